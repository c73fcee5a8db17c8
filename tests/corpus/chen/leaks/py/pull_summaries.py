import requests

CONFIG = {
    "hubspot": {"token": "pat-eu1-@@UUID@@"},
    "revont":  {"url": "https://api.revont.ai/v1", "key": "@@KEY1@@", "signing": {"secret": "@@HOOK1@@"}},
    "s3":      {"bucket": "call-summaries-prod", "access": "AKIA@@UPPER:16@@"},
}


def main():
    c = CONFIG["revont"]
    out = requests.get(c["url"] + "/summaries", headers={"Authorization": "Bearer " + c["key"]}, timeout=20)
    out.raise_for_status()
    print(len(out.json()))


if __name__ == "__main__":
    main()
