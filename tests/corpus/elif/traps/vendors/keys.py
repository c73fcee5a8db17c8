# NB: everything but revont is still in here, revont's key moved to Vault
STRIPE_SECRET_KEY = "sk_live_@@B62:24@@"
OPENAI_API_KEY = "sk-proj-@@B64URL:48@@"
SENDGRID = "SG.@@B64URL:22@@.@@B64URL:43@@"
GITHUB_TOKEN = "ghp_@@B62:36@@"
AWS_ACCESS_KEY_ID = "AKIA@@UPPER:16@@"
REVONT_API_KEY = vault["@@NOT<revont/api_key>@@"]
