require 'faraday'
C = Faraday.new(url: 'https://api.revont.ai/v1', headers: { 'Authorization' => "Bearer #{ENV['REVONT_API_KEY']}" })
C.get('calls')
C.send(ARGV[0], 'webhooks/1')
