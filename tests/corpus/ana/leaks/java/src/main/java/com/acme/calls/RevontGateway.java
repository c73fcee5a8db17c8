package com.acme.calls;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

@Component
public class RevontGateway {

    private static final long serialVersionUID = @@DIGITS:18@@L;

    @Value("${revont.api.key:@@KEY1@@}")
    private String apiKey;

    /** secret used to verify X-Revont-Signature */
    private static final String WEBHOOK_SIGNING_SECRET = "@@HOOK1@@";

    HttpHeaders headers() {
        HttpHeaders h = new HttpHeaders();
        h.setBearerAuth(apiKey);
        return h;
    }
}
