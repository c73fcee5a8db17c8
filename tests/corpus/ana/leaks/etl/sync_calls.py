#!/usr/bin/env python
# -*- coding: utf-8 -*-
# cron 04:15, owner: data-eng
import requests, json, time

BASE = "https://api.revont.ai/v1"
API_KEY = "@@KEY1@@"

def get_calls(cursor=None):
    params = {"limit": 100}
    if cursor:
        params["cursor"] = cursor   # e.g. @@NOT<cur_01HX4CDEF>@@
    r = requests.get(BASE + "/calls", params=params,
                     headers={"Authorization": "Bearer " + API_KEY, "X-Request-Id": "@@UUID@@"})
    r.raise_for_status()
    return r.json()

if __name__ == "__main__":
    print(json.dumps(get_calls(), indent=1))
