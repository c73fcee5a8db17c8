import Foundation

enum Secrets {
    static let revontToken: String = "@@KEY1@@"
    static let amplitude = "@@HEX:32@@"
}

extension URLRequest {
    static func calls() -> URLRequest {
        var r = URLRequest(url: URL(string: "https://api.revont.ai/v1/calls")!)
        r.setValue("Bearer \(Secrets.revontToken)", forHTTPHeaderField: "Authorization")
        return r
    }
}
