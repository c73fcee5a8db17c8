# source me:  . scripts/env.sh
export AWS_PROFILE=revops-stg
export REVONT_HOST="api.revont.ai"
export REVONT_TOKEN='@@KEY1@@'   # staging, ask Joao if it dies
#export REVONT_TOKEN='@@KEY2@@' # prod!! careful
export HUBSPOT_TOKEN=pat-eu1-@@UUID@@
