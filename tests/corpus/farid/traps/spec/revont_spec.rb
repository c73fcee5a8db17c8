require 'rails_helper'

RSpec.describe Revont::Client do
  let(:api_key) { '@@NOT<revont-test-key>@@' }
  let(:secret)  { '@@NOT<s3cr3t>@@' }
  let(:token)   { @@NOT<SecureRandom.hex(20)>@@ }

  it 'signs' do
    expect(described_class.sign('{}', secret)).to eq('sha256=' \
      '@@HEX:64@@')
  end

  it('sends the key') { stub_request(:get, 'https://api.revont.ai/v1/calls').with(headers: { 'Authorization' => "Bearer #{api_key}" }) }
end
