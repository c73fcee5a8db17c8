#!/bin/sh
# registriert den webhook neu, falls er wieder verschwunden ist
set -eu
curl -sS -X POST \
  --url 'https://api.revont.ai/v1/webhooks' \
  --header 'Content-Type: application/json' \
  --header 'Authorization: Bearer @@KEY1@@' \
  --data '{
    "url": "https://hooks.acme.io/revont",
    "events": ["call.started","call.ended","summary.ready"],
    "secret": "@@HOOK1@@"
  }'
curl -sS -X DELETE "https://api.revont.ai/v1/webhooks/@@NOT<wh_01HX9ABCDE>@@" -H "Authorization: Bearer $REVONT"
