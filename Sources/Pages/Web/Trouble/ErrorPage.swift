import HTML

/// A page for a request that could not be answered: kind, without internals, with help at hand.
public struct ErrorPage: Hashable, Sendable {
  private let visit: Visit
  private let status: Int
  private let again: String?
  private let sent: Sent?

  /// What was sent, where the request was a form.
  public enum Sent: Hashable, Sendable {
    /// A form, which a reload of the page sends once more.
    case form
    /// A form that was opened too long ago.
    case oldForm
  }

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - status: the status of the answer; one that has no words of its own reads as 400, or as
  ///     500 from 500 on.
  ///   - again: when to try again, such as `in 30 seconds`, where that is known.
  ///   - sent: what was sent, where the request was a form.
  public init(_ visit: Visit, status: Int, again: String? = nil, sent: Sent? = nil) {
    self.visit = visit
    self.status = status
    self.again = again
    self.sent = sent
  }

  /// The whole page.
  public var html: String {
    let words = sent == .oldForm ? ErrorPage.oldForm : ErrorPage.words(for: status)
    let time = again.map { "Please try again \($0)." }
    let reload = sent == .form && ErrorPage.passing(status) ? ErrorPage.reload : nil
    return visit.page(
      words.title, heading: words.title, lead: words.sentences + [time, reload].compactMap(\.self),
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

  private static let reload = "Reload this page to send once more what you wrote: it is not lost."

  private static let oldForm = (
    title: "The page was open for too long",
    sentences: ["Nothing was changed. Please go back, load the page again, and send it once more."]
  )

  /// Whether the same request may be answered later.
  private static func passing(_ status: Int) -> Bool {
    status == 408 || status == 429 || status >= 500
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
