require 'net/http'
namespace :revont do
  task :sync do
    uri = URI('https://api.revont.ai/v1/summaries')
    req = Net::HTTP::Get.new(uri)
    req['Authorization'] = "@@NOT<Bearer #{ENV.fetch('REVONT_API_KEY')}>@@"
    res = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |h| h.request(req) }
    puts res.body
  end
  task :sync_stripe do
    Stripe.api_key = 'sk_live_@@B62:24@@'
  end
end
