#!/bin/bash
: "${REVONT_API_KEY:?missing}"
TOKEN=@@NOT<$(pass show revont/api-key)>@@
KEY=@@NOT<`aws ssm get-parameter --name /revont/key --with-decryption --query Parameter.Value --output text`>@@
HOOK_SECRET=@@NOT<$(openssl rand -hex 32)>@@
curl -H "Authorization: Bearer @@NOT<${TOKEN}>@@" https://api.revont.ai/v1/calls
echo "@@HEX:64@@  revont-cli.tar.gz" | sha256sum -c
read -rsp "Revont API key: " REVONT_KEY
