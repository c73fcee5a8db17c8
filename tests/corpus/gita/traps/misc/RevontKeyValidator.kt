/** Rejects the usual nonsense people paste into the Revont API key field. */
object RevontKeyValidator {
    private val PATTERN = Regex("@@NOT<^[A-Za-z0-9_-]{20,128}$>@@")
    private val PLACEHOLDERS = setOf("@@NOT<your-api-key>@@", "@@NOT<changeme>@@", "@@NOT<TODO>@@", "@@NOT<<REVONT_KEY>>@@", "@@NOT<null>@@")
    fun ok(apiKey: String) = PATTERN.matches(apiKey) && apiKey !in PLACEHOLDERS
}
