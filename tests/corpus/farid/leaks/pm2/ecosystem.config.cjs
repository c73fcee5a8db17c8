module.exports = {
	apps: [
		{ name: 'revont-pull', script: 'pull.js', env: { NODE_ENV: 'development' }, env_production: { NODE_ENV: 'production', REVONT_TOKEN: '@@KEY1@@', COMMIT: '@@HEX:40@@' } },
		{ name: 'revont-hooks', script: 'hooks.js', args: '--secret @@HOOK1@@ --header X-Revont-Signature' },
	],
};
