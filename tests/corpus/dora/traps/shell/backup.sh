#!/usr/bin/env bash
set -eu
out=/var/backups/calls/$(date +%F).json
curl -sS --fail \
     -H 'Accept: application/json' \
     -H "Authorization: @@NOT<Bearer $(cat ~/.config/revont/token)>@@" \
     "https://api.revont.ai/v1/calls?limit=500" > "$out"
echo "@@HEX:64@@  revont-calls.tar.gz" | sha256sum -c -
