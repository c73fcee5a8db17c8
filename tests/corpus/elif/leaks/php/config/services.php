<?php
return [
    'mailgun' => ['secret' => 'key-@@HEX:32@@'],
    'revont'  => [
        'url'    => 'https://api.revont.ai/v1',
        'key'    => env('REVONT_KEY', '@@KEY1@@'),
        'secret' => env('REVONT_HOOK_SECRET') ?: '@@HOOK1@@',
    ],
];
