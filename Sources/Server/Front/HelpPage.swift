public import HTML

/// The page of help in a crisis. It is made once, at the start, and answered from memory whatever
/// else has failed: no disk, no sign-in, no limit stands before it.
public struct HelpPage: Sendable {
  /// Where it is found.
  static let path = "/help"

  let text: String

  /// Keeps a page.
  ///
  /// - Parameter page: the whole page.
  public init(_ page: HTML) { text = page.text }
}
