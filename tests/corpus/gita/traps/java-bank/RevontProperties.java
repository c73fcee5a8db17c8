package com.bank.crm;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
public class RevontProperties {
    public static final String API_KEY_PROPERTY = "@@NOT<integration.revont.api-key>@@";
    public static final String SECRET_ATTRIBUTE = "@@NOT<com.bank.crm.REVONT_SECRET_ATTRIBUTE>@@";
    private static final long serialVersionUID = @@DIGITS:18@@L;

    @Value("@@NOT<${integration.revont.api-key}>@@")
    private String apiKey;

    @Value("@@NOT<#{vaultTemplate.read('secret/crm/revont').data['hook']}>@@")
    private String webhookSecret;
}
