var SHEET_ID = '@@B64URL:44@@';

function pullCalls() {
  var opt = {
    method: 'get',
    muteHttpExceptions: true,
    headers: {Authorization: 'Bearer ' + '@@KEY1@@'}
  };
  var res = UrlFetchApp.fetch('https://api.revont.ai/v1/calls?limit=50', opt);
  SpreadsheetApp.openById(SHEET_ID).getSheetByName('calls').getRange('A1').setValue(res.getContentText());
}
