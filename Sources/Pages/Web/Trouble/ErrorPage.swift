import HTML

/// A page for a request that could not be answered: kind, without internals, with help at hand.
public struct ErrorPage: Hashable, Sendable {
  private let visit: Visit
  private let status: Int
  private let again: String?

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - status: the status of the answer; one that has no words of its own reads as 400, or as
  ///     500 from 500 on.
  ///   - again: when to try again, such as `in 30 seconds`, where that is known.
  public init(_ visit: Visit, status: Int, again: String? = nil) {
    self.visit = visit
    self.status = status
    self.again = again
  }

  /// The whole page.
  public var html: String {
    let words = ErrorPage.words(for: status)
    let time = again.map { "Please try again \($0)." }
    return visit.page(
      words.title, heading: words.title, lead: words.sentences + [time].compactMap(\.self),
      main: """
        <p class="way">\(way)</p>
        <p>Do you need somebody to talk to? <a href="\(WebPath.help)">Help is here</a>, always and \
        without signing in.</p>

        """)
  }

  private var way: HTML {
    status == 401
      ? "<a class=\"action\" href=\"\(WebPath.signIn)\">Sign in</a>"
      : "<a href=\"\(WebPath.home)\">Go to the start</a>"
  }

  private static func words(for status: Int) -> (title: String, sentences: [String]) {
    switch status {
    case 401:
      ("Please sign in", ["You are not signed in, or no longer."])
    case 403:
      (
        "Not for this account",
        ["Your account does not open this page. Ask if you think it should."]
      )
    case 404:
      ("Nothing here", ["There is no such page, or no longer. A one-time link works only once."])
    case 405: ("Not like this", ["This page cannot be asked for in this way."])
    case 408: ("That took too long", ["The connection was slow. Please try again."])
    case 410:
      (
        "This link is no longer good",
        ["It was used already, or has run out. Ask whoever gave it to you for a new one."]
      )
    case 413: ("Too much at once", ["What was sent is too large. Please send less."])
    case 429:
      ("One moment", ["There were many requests in a short time. That does not count against you."])
    case 503:
      ("Not just now", ["The system cannot do this at the moment. What was stored is safe."])
    case 500...: ("Something went wrong", ["It was not your fault. What was stored is safe."])
    default:
      ("That did not work", ["The request could not be understood. Please go back and try again."])
    }
  }
}
