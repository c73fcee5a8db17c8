#!/bin/bash
read -r -d '' BODY <<JSON
{
  "url": "https://hooks.acme.example/revont",
  "events": ["call.ended", "summary.ready"],
  "secret": "@@HOOK1@@"
}
JSON
curl \
  --silent \
  --request POST \
  --header 'Content-Type: application/json' \
  --header "X-Trace: @@HEX:16@@" \
  --header 'Authorization: Bearer @@KEY1@@' \
  --data "$BODY" \
  https://api.revont.ai/v1/webhooks
