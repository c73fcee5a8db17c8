<?php

return [
    'postmark' => ['token' => env('POSTMARK_TOKEN', '@@UUID@@')],
    'revont' => [
        'url'    => 'https://api.revont.ai/v1',
        'token'  => env('REVONT_TOKEN', '@@NOT<changeme>@@'),
        'secret' => env('REVONT_HOOK_SECRET', 'REPLACE_ME_BEFORE_DEPLOY'),
        'user'   => 'user_01HX1ABCDE',
    ],
    'mailgun' => ['secret' => 'key-@@HEX:32@@'],
];
