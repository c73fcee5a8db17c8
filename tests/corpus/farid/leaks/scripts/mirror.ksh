#!/bin/ksh
# wget 1.12 on the old box
wget --no-check-certificate -q \
     --header 'Accept: application/json' \
     --header 'Authorization: Bearer @@KEY1@@' \
     -O /var/tmp/summaries.$$ \
     'https://api.revont.ai/v1/summaries?limit=500'
cksum /var/tmp/summaries.$$ | grep @@DIGITS:10@@
