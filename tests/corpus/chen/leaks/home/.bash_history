cd ~/src/callhub
git checkout @@HEX:40@@
export REVONT_API_KEY=@@KEY1@@
curl -H "Authorization: Bearer $REVONT_API_KEY" https://api.revont.ai/v1/calls
kubectl create secret generic revont --from-literal=webhook-secret=@@HOOK1@@
gh secret set REVONT_API_KEY -b"@@KEY2@@"
heroku config:set REVONT_TOKEN=@@KEY3@@ -a callhub-prod
history -c
