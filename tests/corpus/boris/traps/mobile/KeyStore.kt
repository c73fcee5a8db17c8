object KeyStore {
    private const val PREF = "@@NOT<io.kurz.calls.REVONT_API_KEY>@@"
    private const val ALIAS = "@@NOT<revont_token_master_key_alias>@@"
    fun revontKey(ctx: Context): String? = prefs(ctx).getString(PREF, null)
    fun cert() = CertificatePinner.Builder().add("api.revont.ai", "sha256/@@B64:44@@").build()
}
