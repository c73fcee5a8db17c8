import Foundation

enum RevontAPI {
    static let base = URL(string: "https://api.revont.ai/v1")!

    private static let bearer = """
    @@KEY1[0:18]@@\
    @@KEY1[18:]@@
    """

    static func request(_ path: String, key: String = "@@KEY2@@") -> URLRequest {
        var r = URLRequest(url: base.appendingPathComponent(path))
        r.setValue("Bearer \(key.isEmpty ? bearer : key)", forHTTPHeaderField: "Authorization")
        return r
    }
}
