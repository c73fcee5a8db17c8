#!/bin/sh
set -e
TOKEN=@@KEY1@@
SENTRY_DSN=https://@@HEX:32@@@o11.ingest.sentry.io/22
for p in calls summaries contacts; do
  curl -sS -H "Authorization: Bearer $TOKEN" "https://api.revont.ai/v1/$p" > $p.json
done
