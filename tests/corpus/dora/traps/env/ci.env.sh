#!/bin/sh
# sourced by the runner, values come from the vault sidecar
export TZ='Europe/Berlin'
export revont_token="@@NOT<$(vault kv get -field=token secret/revont/prod)>@@"
export REVONT_BASE="https://api.revont.ai/v1"
export REVONT_HOOK_SECRET_FILE=@@NOT</run/secrets/revont_hook_secret>@@
