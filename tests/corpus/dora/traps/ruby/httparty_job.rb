class CallsJob < ApplicationJob
  include HTTParty
  base_uri 'api.revont.ai/v1'
  # never log it: 'Authorization' => '@@NOT<Bearer ****************>@@'
  headers 'Authorization' => "Bearer #{Setting.revont_key}"

  def perform(id = 'call_01HX4BQZPK8J2NFRT3WY')
    self.class.get("/calls/#{id}", headers: { 'X-Job-Id' => '@@HEX:24@@' })
  end
end
