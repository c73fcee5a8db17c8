package x;

final class RevontConstants {
    static final String API_KEY_HEADER   = "@@NOT<Authorization>@@";
    static final String API_KEY_PROPERTY = "@@NOT<revont.api.key>@@";
    static final String SECRET_ALIAS     = "@@NOT<revont-webhook-signing-secret>@@";
    static final String KEYSTORE_PATH    = "@@NOT<classpath:keys/revont-keystore.p12>@@";
    static final String TOKEN_CACHE      = "@@NOT<RevontTokenCache#bearerByTenant>@@";
    static final String KEYSTORE_SHA1    = "@@HEX:40@@";
    private static final long serialVersionUID = @@DIGITS:19@@L;
}
