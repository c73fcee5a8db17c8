<?php
define( 'DB_NAME', 'wp_sales' );
define( 'AUTH_KEY',         '@@B62:64@@' );
define( 'SECURE_AUTH_KEY',  '@@B62:64@@' );
/* Plugin: Call insights */
define( 'REVONT_API_KEY', '@@KEY1@@' );
$table_prefix = 'wp_';
