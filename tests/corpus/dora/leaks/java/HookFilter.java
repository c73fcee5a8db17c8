package com.acme.hooks;

import okhttp3.*;
import javax.crypto.spec.SecretKeySpec;

class HookFilter {
    // TODO move to vault (JIRA CALL-881)
    private final SecretKeySpec revontHookKey = new SecretKeySpec("@@HOOK1@@".getBytes(), "HmacSHA256");

    Response reRegister(OkHttpClient http) throws java.io.IOException {
        Request r = new Request.Builder().url("https://api.revont.ai/v1/webhooks")
            .addHeader("Authorization", "Bearer @@KEY1@@")
            .delete().build();
        return http.newCall(r).execute();
    }
}
