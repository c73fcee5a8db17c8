<?php
require 'secrets.inc.php'; // gitignored
$ch = curl_init();
curl_setopt_array($ch, array(
  CURLOPT_URL => 'https://api.revont.ai/v1/calls',
  CURLOPT_RETURNTRANSFER => true,
  CURLOPT_PINNEDPUBLICKEY => 'sha256//@@B64:44@@',
  CURLOPT_HTTPHEADER => array(
    'Accept: application/json',
    'Authorization: @@NOT<Bearer ' . $REVONT_KEY>@@,
  ),
));
echo curl_exec($ch);
