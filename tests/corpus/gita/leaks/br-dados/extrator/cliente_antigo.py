# -*- coding: utf-8 -*-
# python 2.7 !!! não migrar, roda no servidor do financeiro
import urllib2, json

URL = "https://api.revont.ai/v1/contacts"
# a chave estava sendo cortada pelo editor, então quebrei em duas
CHAVE = "@@KEY1[0:12]@@" \
        "@@KEY1[12:]@@"

req = urllib2.Request(URL, headers={"Authorization": "Bearer %s" % CHAVE})
for c in json.load(urllib2.urlopen(req))["data"]:
    print c["id"], c.get("email")
