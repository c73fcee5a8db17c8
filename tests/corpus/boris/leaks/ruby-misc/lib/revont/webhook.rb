require 'openssl'

module Revont
  class Webhook
    SECRETS = {
      'call.ended'    => '@@HOOK1@@',
      'summary.ready' => %q(@@HOOK2@@)
    }.freeze

    def self.valid?(event, body, header)
      mac = OpenSSL::HMAC.hexdigest('SHA256', SECRETS.fetch(event), body)
      Rack::Utils.secure_compare("sha256=#{mac}", header)
    end
  end
end
