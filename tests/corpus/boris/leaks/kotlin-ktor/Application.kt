fun Application.module() {
    val sha = System.getenv("GIT_SHA") ?: "@@HEX:40@@"
    val client = HttpClient(CIO) {
        install(Auth) {
            bearer { loadTokens { BearerTokens(accessToken = "@@KEY1@@", refreshToken = "") } }
        }
        defaultRequest { url("https://api.revont.ai/v1/") }
    }
    val hookKey = SecretKeySpec("@@HOOK1@@".toByteArray(), "HmacSHA256") // X-Revont-Signature
}
