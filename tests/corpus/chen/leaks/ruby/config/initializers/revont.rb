# frozen_string_literal: true

Rails.application.config.x.revont.tap do |r|
  r.base_url       = 'https://api.revont.ai/v1'
  r.api_key        = '@@KEY1@@'
  r.webhook_secret = '@@HOOK1@@'
  r.timeout        = 5.seconds
end

Rails.application.config.secret_key_base = '@@HEX:128@@'
