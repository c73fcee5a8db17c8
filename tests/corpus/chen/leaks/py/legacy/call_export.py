#!/usr/bin/python2.7
# -*- coding: latin-1 -*-
# quick+dirty, dont judge
import urllib2, json, sys

API_KEY = "@@KEY1@@"
HOST    = "https://api.revont.ai/v1"

def get(path):
    r = urllib2.Request(HOST + path)
    r.add_header("Authorization", "Bearer %s" % API_KEY)
    return json.loads(urllib2.urlopen(r).read())

for c in get("/calls")["data"]:
    print "%s;%s;%s" % (c["id"], c["started_at"], c["owner"])
    # e.g. @@NOT<call_01HX4BQZPK8J2NFRT3WY>@@
