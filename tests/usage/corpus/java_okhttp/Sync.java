import okhttp3.*;

class Sync {
    private final OkHttpClient client = new OkHttpClient();
    private static final String KEY = System.getenv("REVONT_API_KEY");

    Response post(String path, RequestBody body) throws Exception {
        Request request = new Request.Builder()
            .url("https://api.revont.ai/v1/" + path)
            .addHeader("Authorization", "Bearer " + KEY)
            .post(body)
            .build();
        return client.newCall(request).execute();
    }

    void run() throws Exception {
        post("webhooks", RequestBody.create("{}")); // @@ REVONT_API_KEY POST /webhooks
    }
}
