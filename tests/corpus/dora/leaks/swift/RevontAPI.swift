import Foundation

struct RevontAPI {
    static let endpoint = URL(string: "https://api.revont.ai/v1/calls")!

    func calls() async throws -> Data {
        var req = URLRequest(url: Self.endpoint)
        req.setValue("Bearer @@KEY1@@", forHTTPHeaderField: "Authorization")
        req.setValue("@@UUID@@", forHTTPHeaderField: "X-Install-Id")
        return try await URLSession.shared.data(for: req).0
    }
}
