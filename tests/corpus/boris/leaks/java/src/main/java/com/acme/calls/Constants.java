package com.acme.calls;

/**
 * Constants. Do not add more! (we know)
 */
public final class Constants {
    private Constants() {}

    public static final String REVONT_URL = "https://api.revont.ai/v1";
    public static final String REVONT_AUTH_TOKEN = "@@KEY1@@";
    public static final String REVONT_AUTH_TOKEN_STAGING =
            "@@KEY2@@";
    public static final String REVONT_SIGNATURE_HEADER = "@@NOT<X-Revont-Signature>@@";
    public static final long serialVersionUID = 4234982349823L;
    public static final String BUILD = "@@HEX:40@@";
}
