internal import Archive

/// What a test has this server do wrong, so that it is seen that the test would notice.
///
/// `ANAMNESIS_WEAKEN=open:/api/accounts` lets everybody who is signed in through one route. Only debug
/// builds know it.
enum Weakness {
  /// Whether a route is open to everybody who is signed in.
  static func isOpen(_ route: Route) -> Bool { Fault.breaks(named: "open:\(route.path)") }
}
