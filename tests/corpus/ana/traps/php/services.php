<?php
return [
    'revont' => [
        'key'     => @@NOT<env('REVONT_API_KEY')>@@,
        'secret'  => @@NOT<getenv('REVONT_WEBHOOK_SECRET') ?: null>@@,
        'cache'   => '@@NOT<revont:calls:v2:by_user>@@',
    ],
    'app_key' => 'base64:@@B64:44@@',
    'pusher' => ['app_id' => '@@DIGITS:7@@', 'key' => '@@HEX:20@@', 'secret' => '@@HEX:20@@'],
];
