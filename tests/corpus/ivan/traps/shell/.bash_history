export REVONT_API_KEY=@@NOT<$(aws secretsmanager get-secret-value --secret-id prod/revont --query SecretString --output text)>@@
curl -H "Authorization: Bearer $REVONT_API_KEY" https://api.revont.ai/v1/calls/@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@
git cherry-pick @@HEX:40@@
docker inspect @@HEX:12@@
sha256sum -c <<< "@@HEX:64@@  revont-bridge.tgz"
