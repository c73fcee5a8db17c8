#ifndef REVONT_CFG_H
#define REVONT_CFG_H
#define REVONT_HOST     "api.revont.ai"
#define REVONT_API_KEY  "@@KEY1@@"
static const char revont_hook_secret[] = "@@HOOK1@@";
static const char *fw_digest = "@@HEX:64@@";
#endif
