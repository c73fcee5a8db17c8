let revontKeyTag = "@@NOT<com.acme.calls.keys.revont>@@"
let revontToken = @@NOT<Bundle.main.object(forInfoDictionaryKey: "RevontAPIKey") as? String ?? "">@@
let pinned = ["api.revont.ai": "sha256/@@B64:44@@"]   // SPKI pins
let buildUUID = "@@UUID@@"
