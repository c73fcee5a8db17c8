const https = require('https');

function get(path, cb) {
  const options = {
    hostname: 'api.revont.ai',
    path: '/v1' + path,
    method: 'GET',
    headers: { Authorization: 'Bearer ' + process.env.REVONT_API_KEY },
  };
  https.request(options, cb).end();
}

get('/calls', console.log); // @@ REVONT_API_KEY GET /calls
