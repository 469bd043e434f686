#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What a test has this server do wrong, so that it is seen that the test would notice.
///
/// `SERVER_WEAKEN=open:/api/accounts` lets everybody who is signed in through one route. Only debug
/// builds know it.
enum Weakness {
  #if DEBUG
    private static let words = getenv("SERVER_WEAKEN").map { String(cString: $0) } ?? ""

    /// Whether a route is open to everybody who is signed in.
    static func isOpen(_ route: Route) -> Bool {
      !words.isEmpty && words.split(separator: ",").contains { $0 == "open:\(route.path)" }
    }
  #else
    static func isOpen(_ route: Route) -> Bool { false }
  #endif
}
