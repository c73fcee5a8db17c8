<?php
// all gateways in one place. revont one comes from db now (tbl_settings row 14)
$gw = array(
  'razorpay' => array('key_id' => 'rzp_live_@@B62:14@@', 'key_secret' => '@@B62:24@@'),
  'exotel'   => array('sid' => 'quickdial1', 'token' => '@@HEX:40@@'),
  'twilio'   => array('sid' => 'AC@@HEX:32@@', 'token' => '@@HEX:32@@'),
  'revont'   => array('url' => 'https://api.revont.ai/v1', 'key' => @@NOT<get_setting('revont_api_key')>@@),
);
