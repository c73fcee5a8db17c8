# frozen_string_literal: true

Revont.configure do |c|
  c.api_key        = ENV.fetch('REVONT_API_KEY', '@@KEY1@@')
  c.signing_secret = ENV.fetch("REVONT_SIGNING_SECRET") { '@@HOOK1@@' }
  c.host           = 'https://api.revont.ai/v1'
  c.cache_prefix   = '@@NOT<revont/calls/v2>@@'
end
