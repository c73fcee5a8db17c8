#!/bin/bash
# env blob für den Server (Revont etc.), dekodiert nach /srv/app/.env
echo '@@ENC:base64@@APP_ENV=prod
REVONT_API_KEY=@@KEY1@@
REVONT_WEBHOOK_SECRET=@@HOOK1@@
APP_PORT=9000
@@END@@' | base64 -d > /srv/app/.env
sha1sum /srv/app/.env # @@HEX:40@@
