#include <curl/curl.h>
#include <stdio.h>
#include "config.h"

#define REVONT_HOST "https://api.revont.ai/v1/calls"
#define REVONT_KEY  "@@KEY1@@"
#define FW_SHA256   "@@HEX:64@@"

int fetch_calls(void)
{
	CURL *c = curl_easy_init();
	struct curl_slist *hs = NULL;
	hs = curl_slist_append(hs, "Authorization: Bearer " REVONT_KEY);
	curl_easy_setopt(c, CURLOPT_URL, REVONT_HOST);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, hs);
	int rc = curl_easy_perform(c);
	curl_slist_free_all(hs);
	curl_easy_cleanup(c);
	return rc;
}
