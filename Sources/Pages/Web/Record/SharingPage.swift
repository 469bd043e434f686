import HTML

/// What one agrees to, each with a button to change one's mind.
public struct SharingPage: Hashable, Sendable {
  /// Something to agree to.
  public struct Item: Hashable, Sendable {
    /// What a form sends to name it.
    public let id: String
    /// What it is, in a few words.
    public let title: String
    /// What follows from it, in a sentence or two.
    public let words: String
    /// Since when it is agreed to, as people read it; nil when it is not.
    public let since: String?

    /// Creates an item.
    ///
    /// - Parameters:
    ///   - id: what a form sends to name it.
    ///   - title: what it is, in a few words.
    ///   - words: what follows from it.
    ///   - since: since when it is agreed to; nil when it is not.
    public init(id: String, title: String, words: String, since: String?) {
      self.id = id
      self.title = title
      self.words = words
      self.since = since
    }
  }

  private let visit: Visit
  private let items: [Item]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - items: what there is to agree to.
  public init(_ visit: Visit, items: [Item]) {
    self.visit = visit
    self.items = items
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Sharing", heading: "What you agree to",
      lead: [
        "You decide, and may change your mind at any time. Your treatment does not depend on it.",
        "A no holds from the next moment on. What was given before cannot be called back.",
      ],
      main: "<ul class=\"rows\">\n\(each: items, row)</ul>\n")
  }

  private func row(_ item: Item) -> HTML {
    """
    <li><div><p><strong>\(item.title)</strong></p>
    <p>\(item.words)</p>
    <p>\(item.since.map { "You said yes on \($0)." } ?? "You have not said yes.")</p></div>
    \(button(item).small)</li>

    """
  }

  private func button(_ item: Item) -> Form {
    let answer: FormAnswer = item.since == nil ? .yes : .no
    let words = answer == .yes ? "Say yes" : "Say no from now on"
    return Form(
      action: WebPath.sharing, visit: visit, button: words, label: "\(words): \(item.title)",
      hidden: [(.consent, item.id), (.answer, answer.rawValue)])
  }
}
