<?php
/* config for dialer panel - dont change without asking Ramesh sir */
define('DB_HOST', '10.20.4.11');
define('DB_USER', 'dialer');
define('DB_PASS', '@@LOWER:10@@');

define("REVONT_KEY", "@@KEY1@@");
define("REVONT_URL", "https://api.revont.ai/v1/");
// define("REVONT_KEY", "@@KEY2@@");   // old a/c of Pune branch, use if limit gets over

define('SMS_AUTHKEY', '@@DIGITS:6@@A@@B62:12@@');
?>
