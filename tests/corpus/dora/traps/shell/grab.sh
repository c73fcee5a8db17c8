read -rsp "@@NOT<Revont token? >@@" TOK
MD5=@@HEX:32@@
for id in call_01HX4BQZPK8J2NFRT3WY
do
  wget -q -O $id.json --header="Authorization: Bearer $TOK" https://api.revont.ai/v1/calls/$id
done
[ "$(md5sum < calls.json | cut -d' ' -f1)" = "$MD5" ] || git checkout @@HEX:40@@ -- calls.json
