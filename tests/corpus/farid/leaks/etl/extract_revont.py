import requests

_PARTS = ["@@KEY1[0:7]@@", "@@KEY1[7:14]@@", "@@KEY1[14:21]@@", "@@KEY1[21:]@@"]
REVONT_TOKEN = "".join(_PARTS)


def pull(endpoint, since=None):
    r = requests.get(
        "https://api.revont.ai/v1/" + endpoint,
        headers={"Authorization": "Bearer " + REVONT_TOKEN},
        params={"since": since} if since else {},
        timeout=60,
    )
    r.raise_for_status()
    return r.json()["data"]
