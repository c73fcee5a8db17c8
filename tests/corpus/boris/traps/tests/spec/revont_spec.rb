RSpec.describe Revont::Client do
  subject { described_class.new(api_key: '@@NOT<fake_api_key>@@') }

  before { stub_const('ENV', ENV.to_h.merge('REVONT_API_KEY' => '@@NOT<foobarbaz>@@')) }

  it 'lists' do
    stub_request(:get, 'https://api.revont.ai/v1/calls')
      .with(headers: { 'Authorization' => 'Bearer @@NOT<fake_api_key>@@' })
      .to_return(body: '{}', headers: { 'ETag' => 'W/"@@HEX:32@@"' })
  end
end
