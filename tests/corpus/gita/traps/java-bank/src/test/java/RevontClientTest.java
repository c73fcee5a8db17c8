class RevontClientTest {
    private static final String API_KEY = "@@NOT<dummy>@@";
    private static final String TOKEN = "@@NOT<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>@@";
    private static final String WEBHOOK_SECRET = "@@NOT<not-a-secret>@@";

    @Test
    void sendsBearer() {
        server.expect(requestTo("https://api.revont.ai/v1/calls"))
              .andExpect(header("Authorization", "Bearer " + API_KEY))
              .andRespond(withSuccess("{\"data\":[]}", APPLICATION_JSON));
    }

    @Test
    void wrongSignature() {
        assertFalse(verifier.verify("{}", "@@NOT<sha256=deadbeef>@@"));
        assertFalse(verifier.verify("{}", "sha256=@@HEX:64@@"));
    }
}
