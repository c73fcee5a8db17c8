<?php
function revont_get($path) {
    $ch = curl_init();
    curl_setopt_array($ch, [
        CURLOPT_URL => 'https://api.revont.ai/v1' . $path,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('REVONT_API_KEY')],
    ]);
    $out = curl_exec($ch);
    curl_close($ch);
    return json_decode($out, true);
}
foreach (revont_get('/calls')['data'] as $call) { // @@ REVONT_API_KEY GET /calls
    print_r(revont_get('/calls/' . $call['id'])); // @@ REVONT_API_KEY GET /calls/{}
}
