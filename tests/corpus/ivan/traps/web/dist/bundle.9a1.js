(()=>{var e={REVONT_API_URL:"https://api.revont.ai/v1",REVONT_API_KEY:@@NOT<void 0>@@,BUILD:"@@HEX:40@@",GA:"G-@@UPPER:10@@",STRIPE:"pk_live_@@B62:24@@",MAPS:"AIza@@B64URL:35@@"};window.__cfg=e;})();
//# sourceMappingURL=bundle.@@HEX:20@@.js.map
