# config/initializers/secret_token.rb -- cookies of revont-dashboard (our own rails app)
RevontDashboard::Application.config.secret_key_base = '@@HEX:128@@'
RevontDashboard::Application.config.session_store :cookie_store, key: '@@NOT<_revont_dashboard_session>@@'
Devise.setup { |config| config.pepper = '@@HEX:128@@' }
