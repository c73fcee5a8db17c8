<?php
$ch = curl_init();
curl_setopt_array($ch, array(
  CURLOPT_URL => 'https://api.revont.ai/v1/calls',
  CURLOPT_RETURNTRANSFER => true,
  CURLOPT_HTTPHEADER => array(
    'Accept: application/json',
    'Authorization: Bearer @@KEY1@@',
  ),
));
echo curl_exec($ch);
