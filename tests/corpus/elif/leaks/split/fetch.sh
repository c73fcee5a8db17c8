#!/usr/bin/env bash
# pegado a mano, no tocar
REVONT_API_KEY="@@KEY1[0:13]@@""@@KEY1[13:]@@"
REVONT_KEY_2='@@KEY2[0:10]@@'\
'@@KEY2[10:]@@'
http GET https://api.revont.ai/v1/contacts \
  "Authorization:Bearer $REVONT_API_KEY" \
  X-Request-ID:@@UUID@@
