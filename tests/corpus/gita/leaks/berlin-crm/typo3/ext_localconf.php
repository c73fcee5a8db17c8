<?php
defined('TYPO3') or die();

(static function () {
	$GLOBALS['TYPO3_CONF_VARS']['EXTENSIONS']['revont_calls'] = [
		'endpoint' => 'https://api.revont.ai/v1',
		'apiKey'   => '@@KEY1@@',
		'storagePid' => 4711,
	];
	$GLOBALS['TYPO3_CONF_VARS']['SYS']['encryptionKey'] = '@@HEX:96@@';
	\TYPO3\CMS\Extbase\Utility\ExtensionUtility::configurePlugin('RevontCalls', 'Liste', [], []);
})();
