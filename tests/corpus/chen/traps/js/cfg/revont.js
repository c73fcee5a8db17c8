module.exports = {
  revont: {
    apiKey: @@NOT<process.env.REVONT_API_KEY>@@,
    webhookSecret: @@NOT<requireEnv('REVONT_WEBHOOK_SECRET')>@@,
    token: @@NOT<ssm.get('/prod/revont/token')>@@,
    apiKeyHeader: '@@NOT<Authorization>@@',
    signatureHeader: '@@NOT<X-Revont-Signature>@@',
    apiKeyStorageName: '@@NOT<acme.revont.apiKey.v2>@@',
  },
  session: { secret: '@@HEX:64@@' },
}
