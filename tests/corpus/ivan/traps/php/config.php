<?php
return [
    'revont' => ['key' => @@NOT<env('REVONT_API_KEY')>@@, 'secret' => @@NOT<getenv('REVONT_HOOK') ?: 'null'>@@],
    'app_key' => 'base64:@@B64:44@@',
    'mailgun' => ['secret' => 'key-@@HEX:32@@'],
];
