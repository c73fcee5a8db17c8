android.defaultConfig {
    buildConfigField("String", "REVONT_API_KEY", "\"@@NOT<${localProperties["revont.key"]}>@@\"")
    buildConfigField("String", "GIT_SHA", "\"@@HEX:40@@\"")
    manifestPlaceholders["revontToken"] = providers.gradleProperty("@@NOT<revont.token>@@").get()
}
