#ifndef REVONT_CFG_H
#define REVONT_CFG_H

#define REVONT_HOST   "api.revont.ai"
#define REVONT_PORT   443
#define REVONT_KEY    "@@KEY1[0:20]@@" \
                      "@@KEY1[20:]@@"

/* sha1 fingerprint of the TLS cert */
#define REVONT_TLS_FP "@@HEX:40@@"

static const char revont_auth_hdr[] =
    "Authorization: Bearer "
    "@@KEY2[0:8]@@"
    "@@KEY2[8:16]@@"
    "@@KEY2[16:]@@"
    "\r\n";

#endif
