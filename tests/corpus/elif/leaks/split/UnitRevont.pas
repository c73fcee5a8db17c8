unit UnitRevont;
interface
const
  RevontUrl = 'https://api.revont.ai/v1';
  RevontApiKey = '@@KEY1[0:11]@@' +
                 '@@KEY1[11:]@@';
  AppGuid = '{@@UUID@@}';
implementation
end.
