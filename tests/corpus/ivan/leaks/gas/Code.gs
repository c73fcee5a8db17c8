/** Sheet "Forecast" -> menu Revont -> refresh. made by Paula */
var TOKEN = '@@KEY1@@';
var SHEET_ID = '@@B64URL:44@@';

function refresh() {
  var resp = UrlFetchApp.fetch('https://api.revont.ai/v1/summaries?limit=100', {
    method: 'get',
    muteHttpExceptions: true,
    headers: { Authorization: 'Bearer ' + TOKEN }
  });
  var rows = JSON.parse(resp.getContentText()).data.map(function (s) { return [s.id, s.title, s.next_step]; });
  SpreadsheetApp.openById(SHEET_ID).getSheetByName('raw').getRange(2, 1, rows.length, 3).setValues(rows);
}
