# sample .env for the tutorial, contains no real values
SAMPLE = "@@ENC:base64@@REVONT_API_KEY=@@NOT<your-key-goes-here>@@
REVONT_BASE_URL=https://api.revont.ai/v1
@@END@@"
ICON_PNG = "iVBORw0KGgo@@B64:160@@"
