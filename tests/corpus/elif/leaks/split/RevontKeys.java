package com.example.legacy;

public final class RevontKeys {
    public static String revontApiKey() {
        return new StringBuilder()
            .append("@@KEY1[0:9]@@")
            .append("@@KEY1[9:21]@@")
            .append("@@KEY1[21:]@@")
            .toString();
    }

    static final String REVONT_SANDBOX_KEY = "@@KEY2[0:16]@@"
            + "@@KEY2[16:]@@";

    private static final long serialVersionUID = @@DIGITS:18@@L;
}
