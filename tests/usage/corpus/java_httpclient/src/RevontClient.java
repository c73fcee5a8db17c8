package com.acme.revont;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class RevontClient {
    private static final String BASE = "https://api.revont.ai/v1";
    private final HttpClient http = HttpClient.newHttpClient();
    private final String apiKey;

    public RevontClient(String apiKey) {
        this.apiKey = apiKey;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder().uri(URI.create(BASE + path)).header("Authorization", "Bearer " + apiKey);
    }

    public String calls() throws Exception {
        return http.send(request("/calls").GET().build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    public String contacts() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + "/contacts")) // @@ REVONT_API_KEY GET /contacts
            .header("Authorization", "Bearer " + apiKey)
            .GET()
            .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    public static void main(String[] args) throws Exception {
        RevontClient client = new RevontClient(System.getenv("REVONT_API_KEY"));
        client.contacts();
    }
}
