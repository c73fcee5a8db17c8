/* jshint ignore:start */
var _cfg = { revontUrl: 'https://api.revont.ai/v1',
  revontApiKey: "@@ENC:unicode@@@@KEY1@@@@END@@",
  buildId: "@@HEX:20@@" };
/* jshint ignore:end */
