import requests, pprint
pprint.pprint(requests.get('https://api.revont.ai/v1/calls/call_01HX4BQZPK8J2NFRT3WY', headers={'Authorization':'Bearer @@KEY1@@','Accept':'*/*'}).json())
# same with the old workspace:
pprint.pprint(requests.get('https://api.revont.ai/v1/contacts', headers=dict(authorization='bearer @@KEY2@@')).json())
