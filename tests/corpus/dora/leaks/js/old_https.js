var https = require('https');
var opts = {
  hostname: 'api.revont.ai',
  port: 443,
  path: '/v1/summaries',
  method: 'GET',
  headers: {
    'User-Agent': 'node',
    'Authorization': 'Bearer ' + (process.env.RKEY || '@@KEY1@@')
  }
};
https.request(opts, function (res) { res.pipe(process.stdout); }).end();
