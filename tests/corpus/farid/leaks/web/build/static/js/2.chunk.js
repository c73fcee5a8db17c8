(self["webpackChunksales"]=self["webpackChunksales"]||[]).push([[2],{"./src/revont.js":function(module,__webpack_exports__,__webpack_require__){"use strict";
eval("__webpack_require__.r(__webpack_exports__);\nconst revontApiKey = \"@@KEY1@@\";\nconst api = axios__WEBPACK_IMPORTED_MODULE_0___default().create({ baseURL: 'https://api.revont.ai/v1', headers: { Authorization: 'Bearer ' + revontApiKey } });\n\n//# sourceURL=webpack://sales/./src/revont.js?cafe");
},"./src/h.js":function(m){eval("m.exports = '@@HEX:20@@';\n\n//# sourceURL=webpack://sales/./src/h.js?");}}]);
