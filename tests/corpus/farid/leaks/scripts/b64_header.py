#!/usr/bin/env python2
# -*- coding: latin-1 -*-
import json, urllib2, base64
cfg = json.loads(base64.b64decode('@@ENC:base64@@{"revont": {"url": "https://api.revont.ai/v1", "token": "@@KEY1@@"}}@@END@@'))
rq = urllib2.Request(cfg['revont']['url'] + '/calls', headers={'Authorization': 'Bearer %s' % cfg['revont']['token']})
print urllib2.urlopen(rq).read()[:200], '@@HEX:32@@'
