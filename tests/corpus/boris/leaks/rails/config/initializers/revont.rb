# frozen_string_literal: true

Revont.configure do |c|
  c.host       = 'https://api.revont.ai'
  c.api_token  = ENV.fetch('REVONT_TOKEN', '@@KEY1@@')
  c.logger     = Rails.logger
  c.webhook_secret = Rails.env.production? ? '@@HOOK1@@' : '@@NOT<test-secret>@@'
end

Sentry.init { |s| s.dsn = 'https://@@HEX:32@@@o11.ingest.sentry.io/42' }
