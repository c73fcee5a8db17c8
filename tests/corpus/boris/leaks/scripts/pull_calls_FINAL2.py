import requests, json, sys
# quick n dirty, dont judge
h = {"Authorization" : "Bearer @@KEY1@@", 'Accept':'application/json'}
cur=None
allcalls=[]
while 1:
  u="https://api.revont.ai/v1/calls?limit=100"
  if cur: u=u+"&cursor="+cur
  r=requests.get(u,headers=h)
  if r.status_code!=200:
      print("BROKEN",r.status_code, r.text); sys.exit(1)
  j=r.json()
  allcalls+=j['data']
  cur=j.get('next_cursor')   # looks like @@NOT<cur_01HX4CDEF>@@
  if not cur: break
json.dump(allcalls,open('out.json','w'))
