#!/bin/sh
curl -sf -X "$1" -H "Authorization: Bearer $REVONT_API_KEY" "https://api.revont.ai/v1/$2"
