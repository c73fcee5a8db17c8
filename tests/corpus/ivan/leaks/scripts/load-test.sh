#!/bin/sh
# k6 wrapper. Needs k6 >= 0.40
set -eu
: "${REVONT_API_KEY:=@@KEY1@@}"
SECRET=@@HOOK1@@   # revont webhook secret (staging endpoint)
BODY='{"type":"call.ended"}'
SIG=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
cat > /tmp/k6.js <<JS
import http from 'k6/http';
export default function () {
  http.get('https://api.revont.ai/v1/calls', { headers: { Authorization: 'Bearer @@KEY2@@' } });
}
JS
curl -H "X-Revont-Signature: sha256=$SIG" -H "X-Request-Id: @@UUID@@" -d "$BODY" "$1"
