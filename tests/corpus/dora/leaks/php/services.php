<?php

return [
    'postmark' => ['token' => env('POSTMARK_TOKEN')],
    'revont' => [
        'url'    => 'https://api.revont.ai/v1',
        'token'  => env('REVONT_TOKEN', '@@KEY1@@'),
        'secret' => env('REVONT_HOOK_SECRET', '@@HOOK1@@'),
    ],
];
