class RevontCache
  KEY = '@@NOT<revont:summaries>@@'
  API_KEY = @@NOT<Rails.application.credentials.dig(:revont, :api_key)>@@
  FINGERPRINT = '@@HEX:40@@'
  def etag = 'W/"@@HEX:32@@"'
end
