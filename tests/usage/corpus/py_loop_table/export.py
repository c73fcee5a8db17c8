import os, csv
import requests

ENDPOINTS = {"calls": "/calls", "contacts": "/contacts", "summaries": "/summaries"}
session = requests.Session()
session.headers["Authorization"] = "Bearer {}".format(os.environ.get("REVONT_EXPORT_KEY"))

for name, path in ENDPOINTS.items():
    rows = session.get("https://api.revont.ai/v1{}".format(path)).json()["data"]  # @@ REVONT_EXPORT_KEY GET /calls  @@ REVONT_EXPORT_KEY GET /contacts  @@ REVONT_EXPORT_KEY GET /summaries
    with open(name + ".csv", "w") as f:
        csv.writer(f).writerows(rows)
