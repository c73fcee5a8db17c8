import os, requests

print(requests.get( "https://api.revont.ai/v1/calls", headers={"Authorization": "Bearer " + os.environ["REVONT_READ_KEY"]} ).text)  # @@ REVONT_READ_KEY GET /calls
