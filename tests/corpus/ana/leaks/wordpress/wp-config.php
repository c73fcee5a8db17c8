<?php
define( 'DB_NAME', 'wp_sales' );
define( 'DB_PASSWORD', '@@B62:16@@' );
define( 'AUTH_KEY',         '@@B62:64@@' );
define( 'SECURE_AUTH_KEY',  '@@B62:64@@' );
define( 'NONCE_SALT',       '@@B62:64@@' );
/** plugin call summaries */
define('REVONT_APIKEY', '@@KEY1@@');
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
