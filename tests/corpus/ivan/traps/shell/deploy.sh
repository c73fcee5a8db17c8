#!/usr/bin/env bash
REVONT_API_KEY="@@NOT<$(cat /etc/revont/api_key)>@@"
REVONT_WEBHOOK_SECRET=${REVONT_WEBHOOK_SECRET:?@@NOT<set the signing secret first>@@}
GITHUB_TOKEN=ghp_@@B62:36@@
AWS_ACCESS_KEY_ID=AKIA@@UPPER:16@@
curl -H "Authorization: Bearer ${REVONT_API_KEY}" https://api.revont.ai/v1/webhooks
