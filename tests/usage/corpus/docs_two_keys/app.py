import os

from client import Revont

reader = Revont(os.environ["REVONT_API_KEY"])
for item in reader.calls().json()["data"]:
    print(reader.one(item["id"]).json())
Revont(os.environ["REVONT_HOOKS_KEY"]).hook("https://example.org/hook")
