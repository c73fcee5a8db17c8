#!/bin/bash
: "${REVONT_API_KEY:?}"
REQ_ID="@@HEX:16@@""@@HEX:16@@"
curl -sS \
  -H "Authorization: Bearer @@NOT<${REVONT_API_KEY}>@@" \
  -H "X-Request-Id: ${REQ_ID}" \
  -H 'Idempotency-Key: @@UUID@@' \
  -H "If-None-Match: \"@@HEX:32@@\"" \
  "https://api.revont.ai/v1/calls?cursor=@@NOT<cur_01HX4CDEF>@@"
KEY=@@NOT<$(vault kv get -field=api_key secret/sales/revont)>@@
TOKEN=@@NOT<`pass show sales/revont/token`>@@
