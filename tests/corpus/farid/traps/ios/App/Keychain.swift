import Security

struct RevontKeychain {
    static let revontKeyAccount = "@@NOT<revont_api_key_account>@@"
    static let accessGroup = "@@UPPER:10@@.io.acme.calls"
    static var apiKey: String? { @@NOT<read(service: "revont", account: revontKeyAccount)>@@ }
    // Preview only
    static let preview = RevontClient(apiKey: "@@NOT<preview-preview-preview>@@")
}
