#!/bin/bash
# создать вебхук (revont)
curl -X POST \
  'https://api.revont.ai/v1/webhooks' \
  -H 'Content-Type: application/json' \
  -H "X-Request-Id: @@UUID@@" \
  -H 'Authorization: Bearer @@KEY1@@' \
  --data-raw '{"url":"https://x.lumo.dev/h","secret":"@@HOOK1@@"}'

wget --quiet \
  --method GET \
  --header 'authorization: Bearer @@KEY2@@' \
  --output-document - \
  https://api.revont.ai/v1/calls
