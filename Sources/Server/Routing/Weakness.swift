internal import Archive

/// What a test has this server do wrong, so that it is seen that the test would notice.
///
/// `ANAMNESIS_WEAKEN=open:/api/accounts` lets everybody who is signed in through one route,
/// `ANAMNESIS_WEAKEN=slow-connections` breaks that promise. Only debug builds know them.
enum Weakness: String {
  /// Slow connections are not ended.
  case slowConnections = "slow-connections"
  /// Who asks the server to stop has it end at once, whatever is in progress.
  case stopAtOnce = "stop-at-once"
  /// Forms are taken from any site.
  case foreignForms = "foreign-forms"
  /// No help comes with what is answered to an entry.
  case withheldHelp = "withheld-help"

  /// Whether this promise is to be broken.
  var isThere: Bool { Fault.breaks(named: rawValue) }

  /// Whether a route is open to everybody who is signed in.
  static func isOpen(_ route: Route) -> Bool { Fault.breaks(named: "open:\(route.path)") }
}
