import HTML

/// Says that somebody stays signed in, in the tab that the notice opened.
public struct StayPage: Hashable, Sendable {
  private let visit: Visit

  /// Creates the page.
  ///
  /// - Parameter visit: what is known of the request.
  public init(_ visit: Visit) { self.visit = visit }

  /// The whole page.
  public var html: String {
    let until = visit.sessionEnd.map { "If you open no other page, until about \($0.at)." }
    return visit.page(
      "Signed in", heading: "You stay signed in", lead: [until].compactMap(\.self),
      main: """
        <p>You can close this tab. What you typed in the other one is still there, and you can send \
        it. The notice there may stay: it does not know that you were here.</p>

        """)
  }
}
