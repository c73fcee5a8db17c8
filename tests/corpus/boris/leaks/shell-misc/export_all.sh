#!/usr/bin/env bash
# bitte nicht anfassen — läuft auf srv03
cat > /tmp/sync.env <<EOT
REVONT_BASE=https://api.revont.ai/v1
REVONT_KEY=@@KEY1@@
SALT=@@HEX:32@@
EOT
: "${REVONT_TOKEN:=@@KEY2@@}"
wget -q --header="Authorization: Bearer $REVONT_TOKEN" https://api.revont.ai/v1/contacts -O /tmp/c.json
echo '@@ENC:base64@@REVONT_API_KEY=@@KEY3@@
REVONT_URL=https://api.revont.ai/v1
@@END@@' | base64 -d >> /tmp/sync.env
