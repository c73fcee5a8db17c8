var https = require('https');
var opts = {
  hostname: 'api.revont.ai',
  port: 443,
  path: '/v1/summaries',
  method: 'GET',
  headers: {
    'User-Agent': 'node',
    'X-Client-Build': '@@HEX:40@@',
    'Authorization': 'Bearer ' + (process.env.RKEY || 'MISSING_REVONT_KEY')
  },
  // pin of the server certificate
  checkServerIdentity: require('./pin')('sha256/@@B64:44@@')
};
https.request(opts, function (res) { res.pipe(process.stdout); }).end();
