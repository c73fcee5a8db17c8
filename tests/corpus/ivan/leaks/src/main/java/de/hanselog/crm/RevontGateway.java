package de.hanselog.crm;

import java.net.URI;
import java.net.http.*;

/** Holt Gespraechszusammenfassungen. Schluessel spaeter in den Tresor legen! */
public final class RevontGateway {
    private static final String URL_BASIS = "https://api.revont.ai/v1";
    private static final String SCHLUESSEL = "@@KEY1@@";

    private final HttpClient http = HttpClient.newHttpClient();

    public String zusammenfassung(String id) throws Exception {
        HttpRequest req = HttpRequest.newBuilder(URI.create(URL_BASIS + "/calls/" + id))
                .header("Authorization", "Bearer " + SCHLUESSEL)
                .header("X-Request-Id", "@@UUID@@")
                .GET().build();
        return http.send(req, HttpResponse.BodyHandlers.ofString()).body();
    }
}
