import Foundation

enum Secrets {
    static let revontKey: String = "@@KEY1@@"
    static let revontSigning = "@@HOOK1@@".data(using: .utf8)!   // webhook
    static let amplitude = "@@HEX:32@@"
    static let mapboxPublic = "pk.@@B64URL:43@@.@@B64URL:22@@"
}
