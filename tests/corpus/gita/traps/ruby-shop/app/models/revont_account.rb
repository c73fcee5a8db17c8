class RevontAccount < ApplicationRecord
  encrypts :api_key, deterministic: true
  API_KEY = Rails.application.credentials.@@NOT<dig(:revont, :api_key)>@@
  CACHE_KEY = "@@NOT<revont/calls/v3>@@"
  LOCK_TOKEN = SecureRandom.@@NOT<hex(16)>@@

  def masked = "#{api_key.first(4)}@@NOT<************>@@"
end
