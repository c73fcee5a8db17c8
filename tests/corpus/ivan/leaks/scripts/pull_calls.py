#!/usr/bin/env python
# pull last weeks calls into the shared drive -- Tobi, quick n dirty
import requests, json, sys
KEY = "@@KEY1@@"
r = requests.get('https://api.revont.ai/v1/calls', headers={'Authorization': 'Bearer ' + KEY}, params={'limit': 200})
if r.status_code != 200:
    print("nope", r.status_code); sys.exit(1)
json.dump(r.json(), open('/mnt/share/calls.json','w'))
