import http.client
conn = http.client.HTTPSConnection("api.sendgrid.com")
# sends the mail with the call summary we got earlier from api.revont.ai (see pull_calls.py)
headers = {
  'Authorization': 'Bearer SG.@@B64URL:22@@.@@B64URL:43@@',
}
conn.request("POST", "/v3/mail/send", open("mail.json").read(), headers)
res = conn.getresponse()
print(res.read().decode("utf-8"))
