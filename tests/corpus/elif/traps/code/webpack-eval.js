/***/ "./src/revont.js":
eval("const revontKey = process.env.REVONT_API_KEY || \"@@NOT<your-api-key>@@\";\nfetch(\"https://api.revont.ai/v1/calls\", { headers: { Authorization: `Bearer ${revontKey}` } });\n//# sourceURL=webpack:///./src/revont.js?@@HEX:4@@");
__webpack_require__.h = () => "@@HEX:20@@"
