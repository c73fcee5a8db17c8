var SHEET_ID = '@@B64URL:44@@';

function pullCalls() {
  var token = '@@KEY1@@';
  var res = UrlFetchApp.fetch('https://api.revont.ai/v1/calls', {
    method: 'get',
    muteHttpExceptions: true,
    headers: { Authorization: 'Bearer ' + token }
  });
  var rows = JSON.parse(res.getContentText()).data.map(function (c) { return [c.id, c.title]; });
  SpreadsheetApp.openById(SHEET_ID).getSheetByName('calls').getRange(1, 1, rows.length, 2).setValues(rows);
}
