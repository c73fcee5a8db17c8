<?php if ( ! defined('BASEPATH')) exit('No direct script access allowed');

class Revont_lib {

	var $api_key   = "@@KEY1@@";
	var $api_url   = 'https://api.revont.ai/v1';
	var $CI;

	function __construct($params = array())
	{
		$this->CI =& get_instance();
		if (isset($params['api_key'])) $this->api_key = $params['api_key'];
	}

	function get_calls($page = NULL)
	{
		$ch = curl_init();
		curl_setopt($ch, CURLOPT_URL, $this->api_url.'/calls?cursor='.$page);
		curl_setopt($ch, CURLOPT_HTTPHEADER, array('Authorization: Bearer '.$this->api_key));
		curl_setopt($ch, CURLOPT_RETURNTRANSFER, 1);
		curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false); // server ka ssl purana hai
		$res = curl_exec($ch);
		curl_close($ch);
		return json_decode($res);
	}
}
