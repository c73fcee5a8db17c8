RSpec.describe Revont::Client do
  subject(:client) { described_class.new(api_key: '@@NOT<fake-key>@@', webhook_secret: '@@NOT<s3cr3t>@@') }

  it 'raises on a bad key' do
    stub_request(:get, 'https://api.revont.ai/v1/calls')
      .with(headers: { 'Authorization' => '@@NOT<Bearer fake-key>@@' })
      .to_return(status: 401, body: '{"error":"invalid_api_key"}', headers: { 'X-Request-Id' => '@@UUID@@' })
    expect { client.calls }.to raise_error(Revont::Unauthorized)
  end
end
