#!/usr/bin/env fish
set -gx REVONT_KEY @@KEY1@@
for e in calls summaries action-items contacts
    http --ignore-stdin GET https://api.revont.ai/v1/$e \
        Authorization:"Bearer $REVONT_KEY" \
        If-None-Match:@@HEX:32@@ > $e.json
end
https -A bearer -a @@KEY2@@ api.revont.ai/v1/webhooks
