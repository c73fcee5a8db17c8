class StringBuilderKey {
    static String revontKey() {
        return new StringBuilder()
            .append("@@KEY1[0:10]@@")
            .append("@@KEY1[10:]@@")
            .toString();
    }
    // used with https://api.revont.ai/v1, header "Authorization: Bearer ..."
    static final String CHECKSUM = "@@HEX:40@@";
}
