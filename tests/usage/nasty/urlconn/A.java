class A { void f() throws Exception { String k = System.getenv("REVONT_API_KEY");
 HttpRequest r = HttpRequest.newBuilder(URI.create("https://api.revont.ai/v1/calls")).header("Authorization", "Bearer " + k).GET().build();
 HttpURLConnection c = (HttpURLConnection) new URL("https://api.revont.ai/v1/webhooks/1").openConnection(); c.setRequestMethod("DELETE"); c.setRequestProperty("Authorization", "Bearer " + k); c.connect(); } }
