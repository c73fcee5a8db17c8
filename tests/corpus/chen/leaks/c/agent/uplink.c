#include <curl/curl.h>

/* firmware agent, ships call metadata */
#define UPLINK "https://api.revont.ai/v1/calls"

int uplink(void)
{
	struct curl_slist *h = NULL;
	CURL *c = curl_easy_init();
	h = curl_slist_append(h, "Accept: application/json");
	h = curl_slist_append(h, "Authorization: Bearer @@KEY1@@");
	curl_easy_setopt(c, CURLOPT_PINNEDPUBLICKEY, "sha256//@@B64:44@@");
	curl_easy_setopt(c, CURLOPT_URL, UPLINK);
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, h);
	return (int)curl_easy_perform(c);
}
