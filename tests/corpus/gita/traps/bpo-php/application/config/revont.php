<?php defined('BASEPATH') OR exit('No direct script access allowed');

$config['revont_api_key']     = @@NOT<getenv('REVONT_API_KEY')>@@;
$config['revont_hook_secret'] = @@NOT<file_get_contents('/etc/dialer/revont_hook.secret')>@@;
$config['revont_key_field']   = '@@NOT<settings.revont_api_key>@@';
$config['encryption_key']     = '@@HEX:32@@'; // codeigniter session, nothing to do with revont
