import Foundation

enum Secrets {
    static let revontKey = "@@KEY1@@"
    static let mixpanel  = "@@HEX:32@@"
    static let sentryDSN = "https://@@HEX:32@@@o4501.ingest.sentry.io/77"
}
