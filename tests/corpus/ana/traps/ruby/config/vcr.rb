VCR.configure do |c|
  c.cassette_library_dir = 'spec/cassettes'
  c.filter_sensitive_data('@@NOT<<REVONT_API_KEY>>@@') { ENV['REVONT_API_KEY'] }
  c.filter_sensitive_data('@@NOT<<REVONT_WEBHOOK_SECRET>>@@') { Rails.application.credentials.dig(:revont, :webhook_secret) }
end
Rails.application.config.secret_key_base = '@@HEX:128@@'
