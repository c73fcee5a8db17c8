unit uRevont;

interface

const
  REVONT_URL   = 'https://api.revont.ai/v1/';
  REVONT_TOKEN = '@@KEY1@@';

function HoleAnruf(const AId: string): string;

implementation

uses System.Net.HttpClient, System.Net.URLClient;

function HoleAnruf(const AId: string): string;
begin
  with THTTPClient.Create do
  try
    CustomHeaders['Authorization'] := 'Bearer ' + REVONT_TOKEN;
    Result := Get(REVONT_URL + 'calls/' + AId).ContentAsString;
  finally
    Free;
  end;
end;

end.
