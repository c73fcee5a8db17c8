export REVONT_API_KEY="@@NOT<$(pass show work/revont/api-key)>@@"
export REVONT_WEBHOOK_SECRET=@@NOT<`security find-generic-password -s revont-hook -w`>@@
export REVONT_TOKEN=${REVONT_TOKEN:?@@NOT<set REVONT_TOKEN first>@@}
export REVONT_CACHE_SALT_SHA=@@NOT<$(git rev-parse HEAD)>@@
