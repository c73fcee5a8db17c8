android {
    defaultConfig {
        buildConfigField("String", "REVONT_KEY", "\"@@NOT<${providers.gradleProperty("revontKey").getOrElse("")}>@@\"")
        buildConfigField("String", "REVONT_API_KEY_PREF", "\"@@NOT<pref_revont_api_key>@@\"")
        manifestPlaceholders["revontToken"] = @@NOT<localProps["revont.token"] ?: "">@@
        manifestPlaceholders["facebookClientToken"] = "@@HEX:32@@"
    }
}
