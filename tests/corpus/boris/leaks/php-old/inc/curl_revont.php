<?
// ancient, php 5.2 style. НЕ ТРОГАТЬ
function revont_get($path, $key='@@KEY1@@') {
	$ch = curl_init('https://api.revont.ai/v1'.$path);
	curl_setopt($ch, CURLOPT_RETURNTRANSFER, 1);
	curl_setopt($ch, CURLOPT_HTTPHEADER, array("Authorization: Bearer $key"));
	$out = curl_exec($ch); curl_close($ch);
	return json_decode($out, true);
}
$GLOBALS['cfg']['revont']['webhook_secret'] = '@@HOOK1@@';
//$x = revont_get('/contacts', '@@KEY2@@');
$etag = md5('calls'); // @@HEX:32@@
?>
