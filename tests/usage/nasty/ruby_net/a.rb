require 'net/http'
u = URI('https://api.revont.ai/v1/webhooks/1'); h = Net::HTTP.new(u.host, u.port)
g = Net::HTTP::Get.new('/v1/calls'); g['Authorization'] = "Bearer #{ENV['REVONT_API_KEY']}"; h.request(g)
d = Net::HTTP::Delete.new(u.path); d['Authorization'] = "Bearer #{ENV['REVONT_API_KEY']}"; h.request(d)
