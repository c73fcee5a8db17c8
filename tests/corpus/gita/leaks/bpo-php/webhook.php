<?php
$raw = file_get_contents('php://input');
$their = $_SERVER['HTTP_X_REVONT_SIGNATURE'];
// e.g. sha256=@@HEX:64@@
$mine = 'sha256=' . hash_hmac('sha256', $raw, '@@HOOK1@@');
if ($mine != $their) { header('HTTP/1.1 401'); die('bad sign'); }
$j = json_decode($raw);
if ($j->event == 'call.ended') {
    $fp = fopen('/tmp/calls.txt', 'a'); fwrite($fp, $j->data->id."\n"); fclose($fp);
}
