function key_() { return PropertiesService.getScriptProperties().getProperty('@@NOT<REVONT_API_KEY>@@'); }
var SHEET = '@@B64URL:44@@';
var FOLDER_ID = '@@B64URL:33@@';
function run() { UrlFetchApp.fetch('https://api.revont.ai/v1/calls', { headers: { Authorization: 'Bearer ' + key_() } }); }
