# -*- coding: latin-1 -*-
# py2 only, do not touch (runs on the old box)
import urllib2, ConfigParser
cp = ConfigParser.ConfigParser(); cp.read('/etc/digest.ini')
req = urllib2.Request('https://api.revont.ai/v1/calls/@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@')
req.add_header('Authorization', 'Bearer ' + cp.get('revont', 'api_key'))
req.add_header('X-Correlation-Id', '@@UUID@@')
print urllib2.urlopen(req).read()
