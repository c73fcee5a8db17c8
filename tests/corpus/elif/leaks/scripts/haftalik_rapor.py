import requests, csv, sys

# haftalık rapor - cuma 17:00
URL = 'https://api.revont.ai/v1/calls?limit=100'
r = requests.get(URL, headers={'Authorization': 'Bearer @@KEY1@@', 'Accept':'application/json'})
if r.status_code != 200:
    print("olmadı", r.text); sys.exit(1)
for c in r.json()['data']:
    print(c['id'], c['duration'])
# örnek id: @@NOT<call_01HX4BQZPK8J2NFRT3WY>@@
