/* cc -lcurl revont_client.c */
#include <curl/curl.h>
#define REVONT_HOST "https://api.revont.ai/v1"
#define REVONT_KEY "@@KEY1[0:8]@@" "@@KEY1[8:]@@"
static const char *auth =
	"Authorization: Bearer "
	"@@KEY2[0:12]@@"
	"@@KEY2[12:]@@";
static const char *git_rev = "@@HEX:40@@";
int main(void){ struct curl_slist *h=NULL; h=curl_slist_append(h, auth); /* ... */ return 0; }
