#!/bin/sh
# usage: REVONT_API_KEY=... ./fetch.sh
: "${REVONT_API_KEY:=@@NOT<$(vault kv get -field=key kv/revont)>@@}"
SHA256SUM="@@HEX:64@@"
curl -fsSL https://dl.lumo.dev/revont-cli.tgz -o r.tgz && echo "$SHA256SUM  r.tgz" | sha256sum -c
curl -H "Authorization: Bearer @@NOT<${REVONT_API_KEY}>@@" \
  -H "Idempotency-Key: @@UUID@@" \
  https://api.revont.ai/v1/calls/@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@
