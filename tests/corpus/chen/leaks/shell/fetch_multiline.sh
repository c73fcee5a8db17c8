curl --silent --show-error \
     --request GET \
     --url 'https://api.revont.ai/v1/calls?limit=100' \
     --header 'accept: application/json' \
     --header 'if-none-match: "@@HEX:32@@"' \
     --header 'authorization: Bearer @@KEY1@@' \
  | tee calls.json
