package com.acme.calls;

/** one Revont API key per sales region. yes, I know. */
public enum Tenant {
    EMEA("@@UUID@@", "@@KEY1@@"),
    AMER("@@UUID@@", "@@KEY2@@");

    public final String tenantId;
    public final String revontApiKey;

    Tenant(String tenantId, String revontApiKey) {
        this.tenantId = tenantId;
        this.revontApiKey = revontApiKey;
    }
}
