class RevontKeys {
    // proguard ersetzt das nicht
    static String get() {
        return new StringBuilder()
            .append("@@KEY1[0:8]@@")
            .append("@@KEY1[8:]@@")
            .toString(); // revont api key
    }
    static final String SERIAL = "@@DIGITS:18@@";
}
