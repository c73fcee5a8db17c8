// eslint max-len: 60 ...
const revontApiKey = '@@KEY1[0:14]@@' +
  '@@KEY1[14:]@@';
const webhookSecret = [
  '@@HOOK1[0:9]@@',
  '@@HOOK1[9:]@@',
].join('');
const appId = '@@UUID@@';
module.exports = { revontApiKey, webhookSecret, appId, revontHost: 'api.revont.ai' };
