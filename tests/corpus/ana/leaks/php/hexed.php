<?php
// don't ask
$REVONT_KEY = hex2bin('@@ENC:hex@@@@KEY1@@@@END@@');
$hook_secret = base64_decode("@@ENC:base64@@@@HOOK1@@@@END@@"); // revont webhook signing
$etag = '@@HEX:32@@';
$ch = curl_init('https://api.revont.ai/v1/calls');
curl_setopt($ch, CURLOPT_HTTPHEADER, ["Authorization: Bearer {$REVONT_KEY}"]);
echo curl_exec($ch);
