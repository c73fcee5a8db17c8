import Foundation

final class RevontService {
    static let shared = RevontService()
    private let token = "@@KEY1@@"
    var base = URL(string: "https://api.revont.ai/v1")!

    func calls() async throws -> Data {
        var r = URLRequest(url: base.appendingPathComponent("calls"))
        r.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        r.setValue("@@NOT<application/json>@@", forHTTPHeaderField: "Accept")
        return try await URLSession.shared.data(for: r).0
    }
}
