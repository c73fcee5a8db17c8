export const environment = {
  production: false,
  gitSha: '@@HEX:40@@',
  firebase: { apiKey: 'AIzaSy@@B64URL:33@@', projectId: 'coach-4f1' },
  revontApiKey: '@@NOT<dev-dummy-key-not-used>@@',
  revontWebhookSecret: 'local-only-change-me',
  revontWorkspaceId: '@@UUID@@',
};
