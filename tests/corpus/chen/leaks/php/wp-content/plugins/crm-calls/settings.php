<?php
// Einstellungen für Gesprächsimport – NICHT in SVN einchecken!!
if ( ! defined( 'ABSPATH' ) ) exit;

define('CRMCALLS_DEBUG', false);
define('CRMCALLS_REVONT_KEY',    '@@KEY1@@');
define( "CRMCALLS_REVONT_HOOK_SECRET" , "@@HOOK1@@" );
define('AUTH_SALT', '@@B64:64@@');
define('CRMCALLS_TABLE', 'wp_crm_calls');
