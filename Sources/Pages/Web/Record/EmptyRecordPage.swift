import HTML

/// Stands in for a report while nothing was entered.
public struct EmptyRecordPage: Hashable, Sendable {
  private let visit: Visit

  /// Creates the page.
  ///
  /// - Parameter visit: what is known of the request.
  public init(_ visit: Visit) { self.visit = visit }

  /// The whole page.
  public var html: String {
    visit.page(
      "Overview", heading: "Nothing was entered yet",
      lead: ["The look back appears here, once there is something to look back on."],
      main: "<p class=\"way\"><a href=\"\(WebPath.home)\">Go to the start</a></p>\n")
  }
}
