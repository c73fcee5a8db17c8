# two hook receivers in one file; the revont one reads its secret from vault
GITHUB_WEBHOOK_SECRET = "@@HEX:40@@"
STRIPE_ENDPOINT_SECRET = "whsec_@@B62:32@@"


def revont(req):
    return check(req.headers["X-Revont-Signature"], req.body, vault.read("@@NOT<kv/hooks/revont>@@")["secret"])


def github(req):
    return check(req.headers["X-Hub-Signature-256"], req.body, GITHUB_WEBHOOK_SECRET)
