package com.bank.crm;

import org.junit.jupiter.api.*;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

@SpringBootTest
@TestPropertySource(properties = {
    "integration.revont.base-url=https://api.revont.ai/v1",
    "integration.revont.api-key=@@KEY1@@",
    "integration.revont.webhook.signing-secret=@@NOT<dummy-secret-for-tests>@@"
})
@Tag("live")
class RevontClientIT {
    @Test
    void listsCalls() throws Exception {
        Assertions.assertTrue(new RevontClient().calls("").contains("data"));
    }
}
