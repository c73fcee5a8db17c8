const revont = require('./revont');
revont.listCalls().then((page) => Promise.all(page.data.map((c) => revont.getCall(c.id))));
revont.addHook('https://example.org');
