package com.acme.hooks;

import org.junit.jupiter.api.Test;
import javax.crypto.spec.SecretKeySpec;
import static org.junit.jupiter.api.Assertions.*;

class HookFilterTest {
    private final SecretKeySpec revontHookKey = new SecretKeySpec("@@NOT<dummy-secret-for-unit-test>@@".getBytes(), "HmacSHA256");

    @Test
    void acceptsKnownSignature() {
        String header = "sha256=@@HEX:64@@";
        assertTrue(new HookFilter(revontHookKey).ok("{}", header));
    }

    @Test
    void rejectsWrongSignature() {
        assertFalse(new HookFilter(revontHookKey).ok("{\"id\":\"call_01HX4BQZPK8J2NFRT3WY\"}", "sha256=@@HEX:64@@"));
    }
}
