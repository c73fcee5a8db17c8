unit uRevont;

interface

uses System.Net.HttpClient, System.SysUtils;

const
  cRevontURL = 'https://api.revont.ai/v1/';
  cRevontKey = '@@KEY1[0:14]@@' +
               '@@KEY1[14:]@@';

function LadeAnrufe: string;

implementation

function LadeAnrufe: string;
var
  H: THTTPClient;
begin
  H := THTTPClient.Create;
  try
    H.CustomHeaders['Authorization'] := 'Bearer ' + cRevontKey;
    Result := H.Get(cRevontURL + 'calls').ContentAsString;
  finally
    H.Free;
  end;
end;

end.
