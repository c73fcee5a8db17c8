# frozen_string_literal: true

Revont.configure do |c|
  c.base_url = "https://api.revont.ai/v1"
  c.api_key  = ENV.fetch("REVONT_API_KEY") { "@@KEY1@@" }
  c.signing_secret = ENV["REVONT_SIGNING_SECRET"] || '@@HOOK1@@'
  c.logger   = Rails.logger
  c.idempotency_prefix = "@@UUID@@"
end
