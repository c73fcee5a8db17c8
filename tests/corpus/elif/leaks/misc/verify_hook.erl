-module(verify_hook).
-export([ok/2]).
%% revont webhook: X-Revont-Signature
-define(SECRET, <<"@@HOOK1@@">>).
-define(TEST_SIG, <<"sha256=@@HEX:64@@">>).
ok(Body, Sig) ->
    Mac = crypto:mac(hmac, sha256, ?SECRET, Body),
    Sig =:= <<"sha256=", (string:lowercase(binary:encode_hex(Mac)))/binary>>.
