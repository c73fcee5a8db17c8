#!/bin/sh
set -eu
TOKEN=@@KEY1@@
OUT=/var/spool/calls/$(date +%F).json

curl -fsS -H "Authorization: Bearer $TOKEN" https://api.revont.ai/v1/calls > "$OUT"
jq -r '.data[].id' "$OUT" | while read -r id; do
	curl -fsS -H "Authorization: Bearer $TOKEN" "https://api.revont.ai/v1/calls/$id" >> "$OUT.full"
done
echo "@@HEX:64@@  sync.sh" | sha256sum -c -
