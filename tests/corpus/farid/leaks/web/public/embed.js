/* embed v3 */
window.__BRIDGE__ = JSON.parse(decodeURIComponent("@@ENC:percent@@{"revontApiKey":"@@KEY1@@","theme":"dark"}@@END@@"));
window.__REV__ = "@@HEX:40@@";
document.cookie = "bridge_sid=@@B62:32@@; path=/";
