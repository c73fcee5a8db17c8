{
  title: 'Revont',
  connection: {
    fields: [{ name: 'api_key', control_type: 'password', default: '@@KEY1@@', hint: 'Settings → API' }],
    authorization: {
      type: 'custom_auth',
      apply: lambda { |connection| headers('Authorization': "Bearer #{connection['api_key']}") }
    },
    base_uri: lambda { |_| 'https://api.revont.ai/v1/' }
  },
  test: lambda { |_| get('calls?limit=1') },
  webhook_keys: lambda { |_, headers, _| headers['X-Revont-Signature'] == '@@NOT<sha256=...>@@' }
}
