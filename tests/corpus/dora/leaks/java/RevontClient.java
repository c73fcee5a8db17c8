package com.acme.calls;

import java.net.URI;
import java.net.http.*;

public class RevontClient {
    private static final String REVONT_API_TOKEN = "@@KEY1@@";
    private static final long serialVersionUID = 4839201184736152901L;

    public String contacts() throws Exception {
        HttpRequest req = HttpRequest.newBuilder(URI.create("https://api.revont.ai/v1/contacts"))
                .header("Authorization", "Bearer " + REVONT_API_TOKEN)
                .build();
        return HttpClient.newHttpClient().send(req, HttpResponse.BodyHandlers.ofString()).body();
    }
}
