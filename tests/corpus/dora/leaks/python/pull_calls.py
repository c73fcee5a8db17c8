import requests, json

def pull(since):
    r = requests.get("https://api.revont.ai/v1/calls",
                     params={"since": since, "cursor": "@@NOT<cur_01HX4CDEF>@@"},
                     headers={"Authorization": "Bearer @@KEY1@@", "Accept": "application/json"},
                     timeout=30)
    r.raise_for_status()
    return r.json()["data"]

if __name__ == '__main__':
    print(json.dumps(pull("2024-02-01"), indent=1))
