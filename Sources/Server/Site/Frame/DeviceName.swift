internal import HTTPTypes
internal import Hummingbird

/// How a browser is called in the list of sessions: `Firefox on Linux`.
enum DeviceName {
  // The first that fits: most browsers name others as well.
  private static let browsers = [
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
  ]
  private static let systems = [
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
  ]

  /// The name of what sent a request.
  static func of(_ request: Request) -> String {
    let agent = request.headers[.userAgent] ?? ""
    let browser = browsers.first { agent.contains($0.0) }?.1 ?? "A browser"
    return systems.first { agent.contains($0.0) }.map { "\(browser) on \($0.1)" } ?? browser
  }
}
