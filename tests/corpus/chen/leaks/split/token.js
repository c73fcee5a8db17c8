// revont auth
var k = ['@@KEY1[0:6]@@', '@@KEY1[6:12]@@', '@@KEY1[12:]@@'].join('');
module.exports = function (path, cb) {
  require('request')({ url: 'https://api.revont.ai/v1' + path, auth: { bearer: k } }, cb);
};
