/* obfuscated by build step, revont client */
var _0xcfg = {
  "h": "api.revont.ai",
  "revontApiKey": "@@ENC:unicode@@@@KEY1@@@@END@@",
  "build": "@@HEX:16@@"
};
module.exports = _0xcfg;
