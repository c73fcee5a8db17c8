# frozen_string_literal: true
module Revont
  API_KEY = %w[@@KEY1[0:4]@@ @@KEY1[4:8]@@ @@KEY1[8:12]@@ @@KEY1[12:16]@@ @@KEY1[16:]@@].join
  HOOK = "@@HOOK1@@".freeze
  OLD_KEY = "@@KEY2[0:10]@@" \
            "@@KEY2[10:]@@"
  EVENTS = %w[@@NOT<call.started>@@ @@NOT<call.ended>@@ @@NOT<summary.ready>@@].freeze
end
