# pushes deal sizes from Stripe to Revont contacts
require 'stripe'
Stripe.api_key = 'sk_live_@@B62:24@@'
GITHUB = 'ghp_@@B62:36@@'
REVONT = { base: 'https://api.revont.ai/v1', key: @@NOT<ENV.fetch('REVONT_API_KEY')>@@ }.freeze
SLACK = "https://hooks.slack.com/services/T@@UPPER:10@@/B@@UPPER:10@@/@@B62:24@@"
# price_@@B62:24@@ is the enterprise plan
def auth = { 'Authorization' => "Bearer @@NOT<#{REVONT[:key]}>@@" }
