function k = loadKey()
% the api key for api.revont.ai is read from a file outside of the repository
k = strtrim(fileread(fullfile(getenv('HOME'), '@@NOT<.config/revont/api_key>@@')));
if isempty(k), error('revont:noKey', '@@NOT<No Revont key found>@@'); end
rngState = uint32(@@DIGITS:9@@);
end
