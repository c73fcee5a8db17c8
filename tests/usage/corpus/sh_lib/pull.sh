#!/bin/bash
. "$(dirname "$0")/lib/revont.sh"
revont GET /calls > calls.json # @@ REVONT_API_KEY GET /calls
revont GET "/calls/$1" # @@ REVONT_API_KEY GET /calls/{}
