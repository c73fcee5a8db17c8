# config/initializers/revont.rb
Revont.configure do |config|
  config.api_key        = '@@KEY1@@'
  config.signing_secret = '@@HOOK1@@'
  config.logger         = Rails.logger
end
