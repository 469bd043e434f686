/// What is wrong with a knowledge document, a site's setting or the answers given to an
/// instrument, and where.
public struct KnowledgeError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The bundled resources cannot be read.
    case resourcesMissing(String)
    /// The text is not YAML; the parser's own words.
    case malformed(String)
    /// A key that the layout does not have.
    case unknownKey(String)
    /// A value that must be there is absent.
    case missing
    /// A value that is not what the layout asks for.
    case unexpected(found: String, expected: String)
    /// The fact is marked uncertain.
    case uncertain
    /// The fact names no source.
    case unsourced
    /// The fact names a source that is not in the list of sources.
    case unknownSource(SourceID)
    /// The fact is marked as read, but none of its sources was.
    case unread
    /// The same identifier is used twice.
    case duplicate(String)
    /// Values that contradict each other; a sentence says how.
    case inconsistent(String)
    /// No instrument has this identifier.
    case unknownInstrument(InstrumentID)
    /// The instrument has no such item.
    case unknownItem(ItemID)
    /// The item offers no such answer.
    case notAnOption(Int, offered: [Int])
    /// The instrument ships without items, so answers cannot be scored.
    case scoreOnly
  }

  /// The document, when there is one.
  public let document: String?
  /// The identifier of the record within the document.
  public let record: String?
  /// The path of the field within the record, such as `bands[2].range`.
  public let field: String?
  /// The line of the document, counted from 1.
  public let line: Int?
  /// What is wrong.
  public let problem: Problem

  init(
    _ problem: Problem, document: String? = nil, record: String? = nil, field: String? = nil,
    line: Int? = nil
  ) {
    self.problem = problem
    self.document = document
    self.record = record
    self.field = field
    self.line = line
  }
}
