require 'net/http'
namespace :revont do
  task :sync do
    uri = URI('https://api.revont.ai/v1/summaries')
    req = Net::HTTP::Get.new(uri)
    req['Authorization'] = "Bearer @@KEY1@@"
    res = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |h| h.request(req) }
    puts res.body
  end
end
