REVONT_API_KEY=@@NOT<op://Engineering/Revont Prod/credential>@@
REVONT_WEBHOOK_SECRET=@@NOT<{{ op://Engineering/Revont Hook/signing_secret }}>@@
REVONT_KEY_FILE=@@NOT</run/secrets/revont_api_key>@@
