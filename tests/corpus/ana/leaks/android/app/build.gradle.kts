plugins { id("com.android.application"); kotlin("android") }

android {
    namespace = "com.acme.salescompanion"
    defaultConfig {
        applicationId = "com.acme.salescompanion"
        buildConfigField("String", "REVONT_API_KEY", "\"@@KEY1@@\"")
        manifestPlaceholders["mapsKey"] = "AIza@@B64URL:35@@"
    }
    signingConfigs { create("release") { keyAlias = "upload"; storePassword = "@@B62:14@@" } }
}
