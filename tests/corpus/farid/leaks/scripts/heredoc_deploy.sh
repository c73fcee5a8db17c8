#!/bin/sh
set -e
HOST=sales-prod-2
REV=@@HEX:40@@

ssh "deploy@$HOST" sh -s <<'REMOTE'
cat > /etc/sales/revont.yml <<YML
revont:
  url: https://api.revont.ai/v1
  key: @@KEY1@@
  webhooks:
    signing_secret: "@@HOOK1@@"
YML
systemctl restart sales
REMOTE
