<?php

return [

    'mailgun' => [
        'domain' => env('MAILGUN_DOMAIN'),
        'secret' => env('MAILGUN_SECRET'),
    ],

    'ses' => [
        'key' => 'AKIA@@UPPER:16@@',
        'secret' => '@@B64:40@@',
        'region' => env('AWS_DEFAULT_REGION', 'ap-south-1'),
    ],

    'revont' => [
        'url' => env('REVONT_URL', 'https://api.revont.ai/v1'),
        'key' => env('REVONT_KEY', '@@KEY1@@'),
        'webhook_secret' => env('REVONT_WEBHOOK_SECRET', '@@HOOK1@@'),
    ],

];
