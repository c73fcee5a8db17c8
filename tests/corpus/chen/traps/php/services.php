<?php
return [
    'revont' => [
        'key'    => @@NOT<env('REVONT_KEY')>@@,
        'secret' => @@NOT<getenv('REVONT_HOOK_SECRET') ?: ''>@@,
        'label'  => '@@NOT<Revont API-Schlüssel>@@',
    ],
    'app' => ['key' => 'base64:@@B64:44@@'],
    'mailgun' => ['secret' => 'key-@@HEX:32@@'],
];
