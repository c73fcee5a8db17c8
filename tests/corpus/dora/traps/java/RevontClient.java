package com.acme.calls;

import java.net.URI;
import java.net.http.*;

public class RevontClient {
    private static final String REVONT_API_TOKEN = System.getProperty("@@NOT<revont.api.token>@@");
    private static final String REVONT_API_TOKEN_ERROR = "error.revont.api.token.missing";
    private static final String USER_AGENT_BUILD = "@@HEX:40@@";

    public String contacts() throws Exception {
        HttpRequest req = HttpRequest.newBuilder(URI.create("https://api.revont.ai/v1/contacts"))
                .header("Authorization", "Bearer " + REVONT_API_TOKEN)
                .build();
        return HttpClient.newHttpClient().send(req, HttpResponse.BodyHandlers.ofString()).body();
    }
}
