// shown in the UI, only last 4 chars are stored
const revontApiKeyMasked = '@@NOT<••••••••••••••••>@@' + last4;
const revontTokenPreview = '@@NOT<********************>@@' + '@@NOT<9f2c>@@';
const revontSecretHint = `@@NOT<rv_XXXX...>@@${suffix}`;
