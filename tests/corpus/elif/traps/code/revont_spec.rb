RSpec.describe Revont::Client do
  subject(:client) { described_class.new(api_key: '@@NOT<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>@@') }
  before { stub_request(:get, 'https://api.revont.ai/v1/calls').with(headers: { 'Authorization' => "Bearer @@NOT<#{client.api_key}>@@" }) }
  let(:token) { '@@NOT<invalid-token>@@' }
  let(:etag) { 'W/"@@HEX:32@@"' }
end
