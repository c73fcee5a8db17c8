# Rails app that shows revont calls. These are OUR session/jwt secrets.
Rails.application.config.secret_key_base = "@@HEX:128@@"
JWT_SECRET = "@@B64:44@@"
DEVISE_PEPPER = "@@HEX:128@@"
REVONT = Revont::Client.new(api_key: Rails.application.credentials.dig(:@@NOT<revont>@@, :@@NOT<api_key>@@))
