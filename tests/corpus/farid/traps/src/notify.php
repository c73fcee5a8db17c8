<?php
// Ergebnisse aus Revont nach Slack + Twilio
$slack   = 'xoxb-' . '@@DIGITS:12@@' . '-' . '@@DIGITS:12@@' . '-' . '@@B62:24@@';
$twilio  = ['sid' => 'AC@@HEX:32@@', 'token' => '@@HEX:32@@'];
$github  = implode('', ['ghp_', '@@B62:36@@']);
$revont  = ['key' => @@NOT<getenv('REVONT_API_KEY')>@@, 'secret' => @@NOT<$_ENV['REVONT_HOOK_SECRET']>@@];
$idem    = '@@UUID@@';
