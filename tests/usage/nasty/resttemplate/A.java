class A { void f() { String k = System.getenv("REVONT_API_KEY"); HttpHeaders h = new HttpHeaders(); h.set("Authorization", "Bearer " + k);
 RestTemplate t = new RestTemplate(); t.exchange("https://api.revont.ai/v1/calls", HttpMethod.GET, new HttpEntity<>(h), String.class);
 t.exchange("https://api.revont.ai/v1/webhooks/1", HttpMethod.DELETE, new HttpEntity<>(h), String.class); } }
