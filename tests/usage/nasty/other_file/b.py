from a import H, U
import requests as r
r.put(U + "/webhooks/1", headers=H)
