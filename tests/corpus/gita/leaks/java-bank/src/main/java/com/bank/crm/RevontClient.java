package com.bank.crm;

import java.net.URI;
import java.net.http.*;

/** Thin client. Not thread safe because of the audit buffer. */
public class RevontClient {

    private static final String BASE = "https://api.revont.ai/v1";
    private static final String DEFAULT_API_TOKEN = "@@KEY1@@";
    private static final long serialVersionUID = @@NOT<-5809782578272943999L>@@;

    private final String token;

    public RevontClient() { this(DEFAULT_API_TOKEN); }

    public RevontClient(String token) { this.token = token; }

    public String calls(String cursor) throws Exception {
        HttpRequest rq = HttpRequest.newBuilder(URI.create(BASE + "/calls?cursor=" + cursor))
            .header("Authorization", "Bearer " + token)
            .header("X-Correlation-ID", "@@UUID@@")
            .GET().build();
        return HttpClient.newHttpClient().send(rq, HttpResponse.BodyHandlers.ofString()).body();
    }
}
