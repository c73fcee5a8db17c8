require 'faraday'

module Revont
  CONN = Faraday.new(url: 'https://api.revont.ai/v1') do |f|
    f.request :authorization, 'Bearer', -> { Rails.application.credentials.dig(:revont, :api_key) }
    f.response :json
  end
  CACHE_KEY = '@@NOT<revont/v1/calls/index/page-1>@@'.freeze
  SCHEMA_DIGEST = '@@HEX:64@@'.freeze

  def self.call(id) = CONN.get("calls/#{id}").body
end
