<?php
/* Theme Name: Revonta, License for ThemeForest */
define('REVONTA_LICENSE_KEY', '@@UUID@@');
define('REVONTA_API_TOKEN', '@@B62:32@@');
$revonto = array('apikey' => '@@HEX:40@@'); // revonto.example newsletter
