// quick & dirty, ask Piotr before shipping
#include <cpr/cpr.h>
#include <cstdio>

#ifndef REVONT_API_KEY
#define REVONT_API_KEY "@@KEY1@@"
#endif

static const char* kBuildGuid = "{@@UUID@@}";

int main() {
    auto r = cpr::Get(cpr::Url{"https://api.revont.ai/v1/calls"},
                      cpr::Header{{"Authorization", "Bearer " REVONT_API_KEY}});
    std::printf("%ld %s\n%s", r.status_code, kBuildGuid, r.text.c_str());
}
