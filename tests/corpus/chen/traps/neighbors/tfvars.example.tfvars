revont_api_key        = "@@NOT<REPLACE_ME>@@"
revont_webhook_secret = "@@NOT<<secret from dashboard>>@@"
github_token          = "ghp_@@B62:36@@"
cloudflare_zone_id    = "@@HEX:32@@"
