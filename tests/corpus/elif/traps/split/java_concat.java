class RevontMessages {
    static final String REVONT_API_KEY_HELP = "@@NOT<Your Revont API key can be >@@"
        + "@@NOT<found under Settings, then Developers>@@";
    static final String REVONT_KEY_PARAM = "@@NOT<integrations.>@@" + "@@NOT<revont.api_key>@@";
}
