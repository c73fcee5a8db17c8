-- T-SQL, agent job "RevontNightly"
DECLARE @revont_api_key NVARCHAR(200) = N'@@KEY1[0:16]@@'
    + N'@@KEY1[16:]@@';
DECLARE @hdr NVARCHAR(400) = N'Authorization: Bearer ' + @revont_api_key;
DECLARE @rowguid UNIQUEIDENTIFIER = '@@UUID@@';
EXEC sp_OAMethod @obj, 'open', NULL, 'GET', 'https://api.revont.ai/v1/calls', 'false';
