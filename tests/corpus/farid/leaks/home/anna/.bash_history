ls -la
cd ~/work/sales
git checkout @@HEX:40@@
export REVONT_API_KEY=@@KEY1@@
npm run pull
curl https://api.revont.ai/v1/calls -H 'Authorization: Bearer @@KEY2@@'|jq .
history | tail
