#!/bin/sh
# usage: rotate-revont.sh <new-key>
NEW_KEY="@@NOT<${1:?need new key}>@@"
REVONT_API_KEY=@@NOT<$(pass show revont/api | head -n1)>@@
REVONT_WEBHOOK_SECRET="@@NOT<`openssl rand -hex 32`>@@"
curl -s -H "Authorization: Bearer @@NOT<${REVONT_API_KEY}>@@" https://api.revont.ai/v1/calls >/dev/null && echo "@@NOT<key ok>@@"
