<?php

return [
    'postmark' => ['token' => env('POSTMARK_TOKEN')],
    'ses' => [
        'key' => 'AKIA@@UPPER:16@@',
        'secret' => '@@B64:40@@',
        'region' => 'eu-west-1',
    ],
    'revont' => [
        'url'    => 'https://api.revont.ai/v1',
        'key'    => env('REVONT_KEY', '@@KEY1@@'),
        'secret' => '@@HOOK1@@', // webhook
    ],
];
