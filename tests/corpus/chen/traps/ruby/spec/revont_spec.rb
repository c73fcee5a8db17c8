RSpec.describe Revont do
  let(:api_key) { '@@NOT<example_key>@@' }
  let(:webhook_secret) { '@@NOT<s3cr3t>@@' }

  before do
    stub_request(:get, 'https://api.revont.ai/v1/calls')
      .with(headers: { 'Authorization' => "Bearer @@NOT<example_key>@@" })
    allow(ENV).to receive(:fetch).with('@@NOT<REVONT_API_KEY>@@').and_return(@@NOT<api_key>@@)
  end
end
