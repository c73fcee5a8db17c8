<?php
define( 'DB_NAME', 'wp_sales' );
define( 'DB_USER', 'wp' );
define( 'AUTH_KEY',         '@@B62:64@@' );
define( 'SECURE_AUTH_KEY',  '@@B62:64@@' );
define( 'NONCE_SALT',       '@@B62:64@@' );

/* Plugin "Call Notes" */
define('REVONT_KEY', "@@KEY1@@");
define('REVONT_HOOK_SECRET', '@@HOOK1@@');

$table_prefix = 'wp_';
define( 'WP_DEBUG', false );
require_once ABSPATH . 'wp-settings.php';
