Revont.configure do |c|
  c.api_key        = @@NOT<Rails.application.credentials.dig(:revont, :api_key)>@@
  c.webhook_secret = @@NOT<ENV.fetch('REVONT_WEBHOOK_SECRET')>@@
  c.key_fingerprint = 'SHA256:@@B64:43@@'
  c.logger_tag = '@@NOT<revont_token>@@'
end
Rails.application.config.secret_key_base = '@@HEX:128@@'
