package io.acme.calls

enum class RevontEnv(val host: String, val apiKey: String) {
    STAGING("https://api.revont.ai/v1", "@@KEY1@@"),
    PROD("https://api.revont.ai/v1", "@@KEY2@@"),
    LOCAL("http://10.0.2.2:8089", "@@NOT<dummy>@@");

    companion object {
        const val BUILD_ID = "@@HEX:40@@"
    }
}
