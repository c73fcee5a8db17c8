package ai.acme.coach

object Secrets {
    val revontKey: String get() = BuildConfig.REVONT_KEY
    const val revontKeyPref = "@@NOT<pref_revont_key_v2>@@"
    const val mixpanel = "@@HEX:32@@"
}

val client = HttpClient(CIO) {
    defaultRequest {
        url("https://api.revont.ai/v1/")
        bearerAuth(Secrets.revontKey)
    }
}
