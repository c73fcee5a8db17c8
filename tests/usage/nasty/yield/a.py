import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
from contextlib import contextmanager
@contextmanager
def s():
    x = requests.Session()
    x.headers.update(H)
    yield x
with s() as z:
    z.delete(U + "/webhooks/1")
