// old jquery widget, key is rendered by the server
var REVONT_KEY = '@@NOT<<%= @revont_key %>>@@';
$.ajax({
  url: 'https://api.revont.ai/v1/calls',
  headers: { 'Authorization': 'Bearer ' + (REVONT_KEY || '@@NOT<MISSING_KEY>@@'), 'X-CSRF-Token': '@@B64:44@@' }
});
