import os, requests

requests.post("https://api.stripe.com/v1/charges", headers={"Authorization": "Bearer " + os.environ["STRIPE_KEY"]})
requests.get("https://api.revont.ai/v1/calls", headers={"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]})  # @@ REVONT_API_KEY GET /calls
