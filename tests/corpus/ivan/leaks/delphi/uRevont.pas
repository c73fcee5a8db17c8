unit uRevont;
interface
const
  cRevontUrl = 'https://api.revont.ai/v1';
  cRevontKey = '@@KEY1@@';
  cFormGuid  = '{@@UUID@@}';
implementation
end.
