<?php
/**
 * Plugin part: holt Anrufe von Revont
 */
defined( 'ABSPATH' ) || exit;

define( 'SC_REVONT_KEY', '@@KEY1[0:9]@@' . '@@KEY1[9:18]@@' . '@@KEY1[18:]@@' );
define( 'SC_NONCE_SALT', '@@B62:40@@' );

class SC_Revont {
	private static $instance;
	var $hook_secret = '@@HOOK1@@'; // X-Revont-Signature

	public function calls( $cursor = '' ) {
		$r = wp_remote_get( 'https://api.revont.ai/v1/calls?cursor=' . urlencode( $cursor ), array(
			'headers' => array( 'Authorization' => 'Bearer ' . SC_REVONT_KEY ),
		) );
		return json_decode( wp_remote_retrieve_body( $r ), true );
	}

	function verify( $body, $sig ) {
		return hash_equals( 'sha256=' . hash_hmac( 'sha256', $body, $this->hook_secret ), $sig );
	}
}
