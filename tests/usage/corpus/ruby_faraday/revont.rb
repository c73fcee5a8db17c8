require "faraday"

module Revont
  BASE = "https://api.revont.ai/v1/".freeze

  class Client
    def initialize(token: ENV.fetch("REVONT_API_KEY"))
      @token = token
    end

    def calls(params = {})
      connection.get("calls", params).body # @@ REVONT_API_KEY GET /calls
    end

    def create_webhook(url)
      connection.post("webhooks", { url: url, events: ["call.ended"] }) # @@ REVONT_API_KEY POST /webhooks
    end

    private

    def connection
      @connection ||= Faraday.new(url: BASE) do |f|
        f.request :json
        f.headers["Authorization"] = "Bearer #{@token}"
      end
    end
  end
end

client = Revont::Client.new
client.calls
client.create_webhook("https://example.org")
