<?php
define( 'DB_NAME', 'revontuli_blog' );
define( 'AUTH_KEY',         '@@B62:64@@' );
/* Plugin: Revontuli-galleria (revontulet = northern lights) */
define( 'REVONTULI_GALLERY_MAP_KEY', 'AIzaSy@@B64URL:33@@' );
$table_prefix = 'wp_';
