curl -H "Authorization: Bearer $REVONT_API_KEY" https://api.revont.ai/v1/calls
curl $EXTRA -H "Authorization: Bearer $REVONT_API_KEY" https://api.revont.ai/v1/webhooks/1
