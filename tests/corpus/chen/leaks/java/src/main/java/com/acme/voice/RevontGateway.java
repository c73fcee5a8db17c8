package com.acme.voice;

import java.net.URI;
import java.net.http.*;

public final class RevontGateway implements CallProvider {
    private static final long serialVersionUID = @@DIGITS:18@@L;
    private static final String URL = "https://api.revont.ai/v1";
    private static final String REVONT_ACCESS_TOKEN =
            "@@KEY1@@";

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String summaries() throws Exception {
        HttpRequest r = HttpRequest.newBuilder(URI.create(URL + "/summaries"))
                .header("Authorization", "Bearer " + REVONT_ACCESS_TOKEN).GET().build();
        return http.send(r, HttpResponse.BodyHandlers.ofString()).body();
    }
}
