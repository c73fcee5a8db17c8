// all of these mean "no key"
class RevontOptions(
    val apiKey: String = "@@NOT<none>@@",
    val token: String = System.getenv("REVONT_TOKEN") ?: "@@NOT<missing-revont-token>@@",
    val secretName: String = "@@NOT<revont/webhook/signing-secret>@@",
    val cacheKey: String = "@@NOT<revont:calls:v3>@@",
)
