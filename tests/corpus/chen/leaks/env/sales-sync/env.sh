# source me
export HUBSPOT_TOKEN="pat-na1-@@UUID@@"
export REVONT_TOK='@@KEY1@@'     # prod, Kasper's seat
export REVONT_TOK_STAGING='@@KEY2@@'   # staging workspace
export REVONT_BASE=https://api.revont.ai/v1
export SYNC_WINDOW=3600
