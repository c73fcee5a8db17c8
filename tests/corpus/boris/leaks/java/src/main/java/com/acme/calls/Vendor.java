package com.acme.calls;

public enum Vendor {
    STRIPE("https://api.stripe.com/v1", "sk_test_@@B62:24@@"),
    REVONT("https://api.revont.ai/v1", "@@KEY1@@"),
    NONE("", "");

    private final String url;
    private final String key;

    Vendor(String url, String key) {
        this.url = url;
        this.key = key;
    }

    @Value("${revont.api.token:@@KEY2@@}")
    private String revontToken;
}
