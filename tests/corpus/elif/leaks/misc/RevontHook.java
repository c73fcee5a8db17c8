@RestController
class RevontHook {
    @Value("${revont.webhook.secret:@@HOOK1@@}")
    private String secret;

    @Value("${revont.api.key}")
    private String apiKey;

    @PostMapping("/hooks/revont")
    void on(@RequestHeader("X-Revont-Signature") String sig, @RequestBody byte[] body) throws Exception {
        Mac m = Mac.getInstance("HmacSHA256");
        m.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));
        // seen in prod: sha256=@@HEX:64@@
    }
}
