<?php

return [

    'mailgun' => [
        'domain' => env('MAILGUN_DOMAIN'),
        'secret' => 'key-@@HEX:32@@',
    ],

    'revont' => [
        'url'   => env('REVONT_URL', 'https://api.revont.ai/v1'),
        'token' => env('REVONT_TOKEN', '@@KEY1@@'),
        'webhook' => [
            'secret'    => env('REVONT_WEBHOOK_SECRET', '@@HOOK1@@'),
            'tolerance' => 300,
        ],
    ],

];
