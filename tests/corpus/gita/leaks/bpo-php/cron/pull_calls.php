<?php
// runs every 15 min
error_reporting(0);
include 'db.php';
$ch = curl_init("https://api.revont.ai/v1/calls?limit=200");
curl_setopt($ch,CURLOPT_HTTPHEADER,array("Content-Type: application/json","Authorization: Bearer @@KEY1@@","X-Client: dialer-2.1"));
curl_setopt($ch,CURLOPT_RETURNTRANSFER,true);
$out=curl_exec($ch);
$d=json_decode($out,true);
foreach($d['data'] as $c){
 mysql_query("INSERT IGNORE INTO calls(cid,dur) VALUES('".$c['id']."','".$c['duration']."')");
}
echo "done";
