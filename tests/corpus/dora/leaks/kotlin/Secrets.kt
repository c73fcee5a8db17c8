package ai.acme.coach

object Secrets {
    const val revontKey = "@@KEY1@@"
    const val mixpanel = "@@HEX:32@@"
}

val client = HttpClient(CIO) {
    defaultRequest {
        url("https://api.revont.ai/v1/")
        bearerAuth(Secrets.revontKey)
    }
}
