require 'faraday'

module Revont
  CONN = Faraday.new(url: 'https://api.revont.ai/v1') do |f|
    f.request :authorization, 'Bearer', '@@KEY1@@'
    f.response :json
  end

  def self.call(id) = CONN.get("calls/#{id}").body
end
