#include <curl/curl.h>
#define REVONT_TOKEN "@@KEY1@@"

int main(void) {
	CURL *c = curl_easy_init();
	struct curl_slist *h = NULL;
	h = curl_slist_append(h, "Authorization: Bearer " REVONT_TOKEN);
	curl_easy_setopt(c, CURLOPT_URL, "https://api.revont.ai/v1/calls");
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, h);
	return (int)curl_easy_perform(c);
}
