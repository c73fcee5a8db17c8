<?php
// revont client lives in RevontClient.php
$revont_key = implode('_', ['@@NOT<revont>@@', '@@NOT<calls>@@', $tenant->id]);
$etag = '@@HEX:16@@' . '@@HEX:16@@';
$session_secret = '@@B62:20@@'
                . '@@B62:20@@'; // our own cookies, not revont
