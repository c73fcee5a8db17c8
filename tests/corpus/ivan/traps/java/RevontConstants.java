public enum RevontConstants {
    API_KEY("@@NOT<revont.api.key>@@"), WEBHOOK_SECRET("@@NOT<revont.webhook.secret>@@"), CACHE_KEY("@@NOT<revont::summaries::byCallId>@@");
    public static final long serialVersionUID = @@DIGITS:18@@L;
    private final String v;
    RevontConstants(String v) { this.v = v; }
}
