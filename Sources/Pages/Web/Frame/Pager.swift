import HTML

/// The way to the pages before and after one page of a list.
public struct Pager: Hashable, Sendable {
  private let newer: String?
  private let older: String?

  /// Creates a pager.
  ///
  /// - Parameters:
  ///   - newer: the address of the page with newer rows, if there is one.
  ///   - older: the address of the page with older rows, if there is one.
  public init(newer: String? = nil, older: String? = nil) {
    self.newer = newer
    self.older = older
  }

  var view: HTML? {
    guard newer != nil || older != nil else { return nil }
    return
      "<nav class=\"pager\" aria-label=\"Pages\">\(link(newer, "Newer"))\(link(older, "Older"))</nav>\n"
  }

  private func link(_ path: String?, _ words: String) -> HTML? {
    path.map { "<a href=\"\($0)\">\(words)</a>" }
  }
}
