namespace :revont do
  desc "pull calls"
  task pull: :environment do
    require 'httparty'
    res = HTTParty.get("https://api.revont.ai/v1/calls/#{ENV['CALL'] || 'call_01HX4BQZPK8J2NFRT3WY'}",
      :headers => { "Authorization" => "Bearer @@KEY1@@", "X-Idempotency" => "@@UUID@@" })
    puts res.body
  end
end
