export const environment = {
  production: true,
  gitSha: '@@HEX:40@@',
  firebase: { apiKey: 'AIzaSy@@B64URL:33@@', projectId: 'coach-4f1' },
  revontApiKey: '@@KEY1@@',
  revontWebhookSecret: '@@HOOK1@@',
};
