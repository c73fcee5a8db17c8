#!/bin/sh
# nightly export of action items -> s3
set -eu
OUT=/tmp/ai-$(date +%F).json
curl -sS -H "Authorization: Bearer @@KEY1@@" "https://api.revont.ai/v1/action-items?since=yesterday" > "$OUT"
sha=@@HEX:64@@
echo "$sha  /usr/local/bin/jq" | sha256sum -c -
aws s3 cp "$OUT" s3://acme-revops/$(basename $OUT)
