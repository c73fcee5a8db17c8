Rails.application.config.filter_parameters += %i[
  passw secret token _key crypt salt certificate otp ssn
  revont_api_key revont_webhook_secret @@NOT<revont_signing_secret_digest>@@
]
