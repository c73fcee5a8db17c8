#!/bin/sh
: "${REVONT_API_KEY:=@@NOT<$(cat /run/secrets/revont_api_key 2>/dev/null)>@@}"
REVONT_TOKEN=@@NOT<$(aws ssm get-parameter --name /prod/revont/token --with-decryption --query Parameter.Value --output text)>@@
REVONT_WEBHOOK_SECRET="@@NOT<`gcloud secrets versions access latest --secret=revont-hook`>@@"
export REVONT_API_KEY REVONT_TOKEN REVONT_WEBHOOK_SECRET
echo "revont key: @@NOT<********************************>@@ (redacted)"
exec "$@"
