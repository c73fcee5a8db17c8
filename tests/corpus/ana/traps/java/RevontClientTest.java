class RevontClientTest {

    private static final String API_KEY = "@@NOT<test-api-key>@@";
    private static final String CALL_ID = "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@";

    @Test
    void sendsBearer() {
        stubFor(get("/v1/calls").withHeader("Authorization", equalTo("Bearer @@NOT<test-api-key>@@")));
        new RevontClient(wm.baseUrl(), API_KEY).calls();
    }

    @Test
    void rejectsBadSignature() {
        assertThat(verifier("@@NOT<whsec_test_secret>@@").verify("{}", "sha256=@@HEX:64@@")).isFalse();
    }
}
