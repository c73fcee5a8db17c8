const axios=require('axios'); const c=axios.create({baseURL:'https://api.revont.ai/v1',headers:{Authorization:`Bearer ${process.env.REVONT_API_KEY}`}});
c.get('/calls'); require('sync-lib').run(c);
