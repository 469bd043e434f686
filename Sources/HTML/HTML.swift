/// Markup that has been made safe: its literals are ours, and what is put into them is escaped.
///
/// A view is a string literal. Text that comes from elsewhere cannot become markup:
///
/// ```swift
/// let note = "<script>"
/// let cell: HTML = "<td>\(note)</td>"  // <td>&lt;script&gt;</td>
/// ```
///
/// What can be interpolated: text (escaped), whole numbers, other `HTML`, and a view for each of some
/// items with `\(each: rows, rowView)`. A `Double` cannot: how many digits to show is a decision
/// of the model, not of the page.
///
/// Escaping makes text safe between tags and inside *quoted* attributes. It is no protection
/// inside `<script>`, `<style>`, unquoted attributes, or as the scheme of an address: never put
/// outside text there.
///
/// ## Topics
/// ### Making markup
/// - ``init(stringInterpolation:)``
/// - ``init(raw:)``
/// - ``attribute(_:_:)``
/// ### Joining
/// - ``+(_:_:)``
/// - ``append(_:)``
/// ### Reading
/// - ``text``
public struct HTML: Hashable, Sendable {
  /// The markup as text, ready to be sent.
  public private(set) var text: String

  /// Takes text as markup, unescaped.
  ///
  /// Only for text that this program wrote itself, such as a style sheet or a path of numbers;
  /// never for anything a person, a file or a request brought.
  ///
  /// - Parameter raw: trusted markup.
  public init(raw: String) { text = raw }

  /// Nothing at all.
  public static let empty = HTML(raw: "")

  /// Whether there is no markup.
  public var isEmpty: Bool { text.isEmpty }

  /// Adds markup at the end.
  ///
  /// - Parameter other: the markup to add.
  public mutating func append(_ other: HTML) { text += other.text }

  /// Joins two pieces of markup.
  ///
  /// - Parameters:
  ///   - left: the first piece.
  ///   - right: the second piece.
  /// - Returns: one after the other.
  public static func + (left: HTML, right: HTML) -> HTML { HTML(raw: left.text + right.text) }
}

extension HTML {
  /// A space, a name and a quoted, escaped value, or nothing when there is no value.
  ///
  /// ```swift
  /// "<a\(HTML.attribute("rel", rel))>"
  /// ```
  ///
  /// - Parameters:
  ///   - name: the attribute's name, written in the source.
  ///   - value: its value; with `nil` the attribute is left out.
  /// - Returns: ` name="value"` or nothing.
  public static func attribute(_ name: StaticString, _ value: String?) -> HTML {
    guard let value else { return .empty }
    return " \(HTML(raw: name.description))=\"\(value)\""
  }
}
