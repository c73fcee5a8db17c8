<?php
require 'vendor/autoload.php';
use App\Service\Revont;
$revont = new Revont($_ENV['REVONT_API_KEY']);
$revont->calls();
$revont->hook('https://example.org');
