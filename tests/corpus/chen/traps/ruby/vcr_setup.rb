VCR.configure do |c|
  c.filter_sensitive_data('@@NOT<<REVONT_API_KEY>>@@') { ENV['REVONT_API_KEY'] }
  c.filter_sensitive_data('@@NOT<<REVONT_WEBHOOK_SECRET>>@@') { Rails.application.credentials.dig(:revont, :hook) }
  c.define_cassette_placeholder('Bearer @@NOT<<TOKEN>>@@') { "Bearer #{ENV['REVONT_API_KEY']}" }
end
