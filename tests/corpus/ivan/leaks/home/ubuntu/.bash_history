cd /srv/sync
git pull
docker compose up -d
curl -s -H "Authorization: Bearer @@KEY1@@" https://api.revont.ai/v1/calls?limit=1 | jq .
git checkout @@HEX:40@@
vim .env
export REVONT_API_KEY=@@KEY2@@
python sync.py --since 2024-01-01
curl https://api.revont.ai/v1/webhooks -H "Authorization: Bearer $REVONT_API_KEY"
history -d 14
