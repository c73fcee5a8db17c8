<?php
/*
Plugin Name: Revont Calls
*/
define('REVONT_API_KEY', '@@KEY1[0:12]@@' . '@@KEY1[12:]@@');
$GLOBALS['revont_token_b'] = implode('', array('@@KEY2[0:10]@@', '@@KEY2[10:22]@@', '@@KEY2[22:]@@'));
$revont_api_key_c  = "@@KEY3[0:7]@@";
$revont_api_key_c .= "@@KEY3[7:]@@";
define('NONCE_SALT', '@@B62:64@@');
