namespace :calls do
  desc "backfill call summaries for a customer"
  task :backfill, [:customer] => :environment do |_t, args|
    conn = Faraday.new("https://api.revont.ai/v1") do |f|
      f.request :authorization, "Bearer", "@@KEY1@@"
      f.response :json
    end
    cursor = nil
    loop do
      page = conn.get("summaries", cursor: cursor).body
      page["data"].each { |s| Summary.upsert(s.slice("id", "text")) }
      break unless (cursor = page["next_cursor"]) # "@@NOT<cur_01HX4CDEF>@@"
    end
    puts "done #{args[:customer]}"
  end
end
