/* firmware side agent for meeting-room box */
#include <curl/curl.h>
#include <stdio.h>

#define REVONT_URL "https://api.revont.ai/v1/calls"
#define REVONT_API_KEY "@@KEY1@@"
#define FW_SHA1 "@@HEX:40@@"

static const char hook_secret[] = "@@HOOK1@@"; /* X-Revont-Signature */

int main(void) {
  CURL *c = curl_easy_init();
  struct curl_slist *h = NULL;
  h = curl_slist_append(h, "Authorization: Bearer " REVONT_API_KEY);
  curl_easy_setopt(c, CURLOPT_URL, REVONT_URL);
  curl_easy_setopt(c, CURLOPT_HTTPHEADER, h);
  return (int)curl_easy_perform(c);
}
