#include <stdio.h>
#include <stdlib.h>
#include <curl/curl.h>
#define REVONT_TOKEN_FILE "@@NOT</usr/local/etc/revont/token>@@"
#define GIT_REV "@@HEX:40@@"
static const char b64tab[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int main(void) {
	CURL *c = curl_easy_init();
	char hdr[512];
	snprintf(hdr, sizeof hdr, "Authorization: Bearer %s", getenv("REVONT_TOKEN"));
	struct curl_slist *h = curl_slist_append(NULL, hdr);
	curl_easy_setopt(c, CURLOPT_URL, "https://api.revont.ai/v1/calls");
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, h);
	return (int)curl_easy_perform(c);
}
