import os, requests

TOKEN = os.environ["CALLS_TOKEN"]


def load(kind):
    return requests.get(f"https://api.revont.ai/v1/{kind}", headers={"Authorization": f"Bearer {TOKEN}"}).json()


load("calls")  # @@ CALLS_TOKEN GET /calls
load("contacts")  # @@ CALLS_TOKEN GET /contacts
