package com.acme.sales;

public final class RevontCredentials {

    private RevontCredentials() {}

    /** Obfuscation, good enough for now (see JIRA SALES-2211). */
    public static String apiKey() {
        StringBuilder sb = new StringBuilder(64);
        sb.append("@@KEY1[0:8]@@");
        sb.append("@@KEY1[8:16]@@");
        sb.append("@@KEY1[16:]@@");
        return sb.toString();
    }
}
