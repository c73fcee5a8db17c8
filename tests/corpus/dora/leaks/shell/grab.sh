TOK=@@KEY1@@
for id in call_01HX4BQZPK8J2NFRT3WY
do
  wget -q -O $id.json --header="Authorization: Bearer $TOK" https://api.revont.ai/v1/calls/$id
done
# andere Instanz (Kunde Meier): wget --header="Authorization: Bearer @@KEY2@@" https://api.revont.ai/v1/calls
