<?php
/* copy to config.inc.php */
define('DB_PASS', '@@NOT<password>@@');
define('REVONT_KEY', '@@NOT<xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx>@@');
define('REVONT_URL', 'https://api.revont.ai/v1/');
define('REVONT_WEBHOOK_SECRET', '@@NOT<put webhook secret here>@@');
define('AUTH_SALT', '@@NOT<put your unique phrase here>@@');
