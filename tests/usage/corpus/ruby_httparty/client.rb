require 'httparty'

class RevontApi
  include HTTParty
  base_uri 'https://api.revont.ai/v1'

  def initialize
    @options = { headers: { 'Authorization' => "Bearer #{ENV['REVONT_TOKEN']}" } }
  end

  def contacts
    self.class.get('/contacts', @options) # @@ REVONT_TOKEN GET /contacts
  end

  def summary(id)
    self.class.get("/summaries/#{id}", @options) # @@ REVONT_TOKEN GET /summaries/{}
  end
end

api = RevontApi.new
api.contacts
api.summary(ARGV[0])
