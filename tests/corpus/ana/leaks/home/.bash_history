kubectl -n calls get po
export KUBECONFIG=~/.kube/prod
curl -i https://api.revont.ai/v1/calls -H "authorization: bearer @@KEY1@@"
curl -i https://api.revont.ai/v1/calls/@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@ -H "authorization: bearer $RVT"
git show @@HEX:40@@
REVONT_API_KEY=@@KEY2@@ node scripts/backfill.js --from 2024-01-01
kubectl create secret generic revont --from-literal=apikey=@@KEY1@@ --from-literal=webhook-secret=@@HOOK1@@
docker rmi @@HEX:12@@
history | tail
