/// What a chart says in words: the name that links its parts, its title, and its summary.
public struct Heading: Hashable, Sendable {
  /// Unique within the page; letters, digits, hyphens and underscores.
  public let id: String
  /// What is shown, in a few words.
  public let title: String
  /// How to read it: one line under the title; may be empty.
  public let caption: String
  /// What the chart shows, in sentences; read aloud in place of the picture.
  public let summary: String

  /// Creates the words of a chart.
  ///
  /// - Parameters:
  ///   - id: unique within the page; other characters than letters, digits, hyphens and
  ///     underscores become hyphens.
  ///   - title: what is shown, in a few words.
  ///   - caption: how to read it.
  ///   - summary: what the chart shows, in sentences.
  public init(id: String, title: String, caption: String = "", summary: String) {
    self.id = "chart-" + String(id.unicodeScalars.map(Heading.identifier))
    self.title = title
    self.caption = caption
    self.summary = summary
  }

  private static func identifier(_ scalar: Unicode.Scalar) -> Character {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": Character(scalar)
    default: "-"
    }
  }
}
