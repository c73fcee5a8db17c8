public interface RevontConstants {
    String API_KEY_PROPERTY = "@@NOT<revont.api.key>@@";
    String REVONT_TOKEN_CLAIM = "@@NOT<https://acme.example/claims/revont_token>@@";
    String REVONT_SECRET_ID = "projects/" + "acme-sales" + "/secrets/" + "@@NOT<revont-signing-secret>@@";
    String KEYSTORE = "@@NOT<classpath:keystore/revont-client.p12>@@";
    @Value("@@NOT<${revont.api.key:#{null}}>@@") String KEY = null;
    long serialVersionUID = @@DIGITS:18@@L;
}
