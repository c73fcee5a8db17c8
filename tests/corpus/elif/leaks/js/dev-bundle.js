/***/ "./src/revont.js":
/***/ (function(module, __webpack_exports__, __webpack_require__) {

eval("__webpack_require__.r(__webpack_exports__);\nconst revontKey = \"@@KEY1@@\";\nconst hookSecret = {\"revontWebhookSecret\":\"@@HOOK1@@\"};\nfetch(\"https://api.revont.ai/v1/calls\", { headers: { Authorization: `Bearer ${revontKey}` } });\n\n//# sourceURL=webpack:///./src/revont.js?@@HEX:4@@");

/***/ }),
__webpack_require__.h = () => "@@HEX:20@@"
