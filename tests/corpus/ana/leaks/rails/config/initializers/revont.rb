# frozen_string_literal: true

Revont.configure do |c|
  c.api_base       = 'https://api.revont.ai/v1'
  c.api_key        = Rails.env.production? ? ENV.fetch('REVONT_API_KEY') : '@@KEY1@@'
  c.webhook_secret = "@@HOOK1@@"
  c.logger         = Rails.logger
end
