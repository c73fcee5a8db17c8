cd ~/src/sync
git pull
REVONT_API_KEY=@@KEY1@@ node index.js
curl https://api.revont.ai/v1/calls -H 'Authorization: Bearer @@KEY2@@' | jq .
git commit -am "wip"
kubectl create secret generic revont --from-literal=api-key=@@KEY3@@ --from-literal=hook-secret=@@HOOK1@@
git checkout @@HEX:40@@
heroku config:set REVONT_TOKEN=@@KEY1@@ -a acme-sync
