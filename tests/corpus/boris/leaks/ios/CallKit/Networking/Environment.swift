import Foundation

enum Environment {
    case debug, release

    var revontKey: String {
        switch self {
        case .debug:   return "@@KEY1@@"
        case .release: return "@@KEY2@@"
        }
    }

    var baseURL: URL { URL(string: "https://api.revont.ai/v1")! }
    var amplitudeKey: String { "@@HEX:32@@" }
}
