var REVONT_API_KEY_LABEL = "@@ENC:unicode@@@@NOT<Anahtar giriniz>@@@@END@@";
var REVONT_SECRET_TITLE = "@@ENC:html@@@@NOT<Webhook <gizli> anahtar>@@@@END@@";
var REVONT_HEX_HDR = "@@ENC:hex@@@@NOT<X-Revont-Signature>@@@@END@@";
