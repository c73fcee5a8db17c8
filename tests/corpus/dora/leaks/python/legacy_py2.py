# -*- coding: latin-1 -*-
# py2 only, do not touch (runs on the old box)
import urllib2
req = urllib2.Request('https://api.revont.ai/v1/calls/call_01HX4BQZPK8J2NFRT3WY')
req.add_header('Authorization', 'Bearer ' + '@@KEY1@@')
req.add_header('Cookie', 'sid=@@HEX:32@@')
print urllib2.urlopen(req).read()
