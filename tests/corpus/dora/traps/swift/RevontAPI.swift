import Foundation

struct RevontAPI {
    static let endpoint = URL(string: "https://api.revont.ai/v1/calls")!
    static let keychainItem = "@@NOT<ai.acme.coach.revont-token>@@"

    func calls() async throws -> Data {
        var req = URLRequest(url: Self.endpoint)
        req.setValue("Bearer \(try Keychain.read(Self.keychainItem))", forHTTPHeaderField: "Authorization")
        req.setValue("@@UUID@@", forHTTPHeaderField: "X-Install-Id")
        return try await URLSession.shared.data(for: req).0
    }
}
