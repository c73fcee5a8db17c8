export default {
  revont: {
    apiKey: '@@NOT<Enter your Revont API key>@@',
    apiKeyHint: "@@NOT<You find the key under Settings → Developers → API keys.>@@",
    token: '@@NOT<Access token>@@',
    secret: '@@NOT<Signing secret (shown only once)>@@',
    keyInvalid: '@@NOT<This key was revoked on {date}. Create another.>@@',
  },
}
