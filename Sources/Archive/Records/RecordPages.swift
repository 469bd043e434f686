public import PatientRecord
internal import Vault

/// The record of one patient, handed out page by page.
///
/// No more than one page is held at a time, and between two pages nothing is held open, so that a
/// long reading stands in nobody's way. That the record was read stands in the audit trail before the
/// first page is given. What is stored while it is read is left out; when the record is erased
/// meanwhile, the next page throws ``ArchiveError/erased``.
public struct RecordPages: AsyncSequence, Sendable {
  let archive: Archive
  let patient: PatientID
  let access: Access
  let size: Int

  /// Begins to read; each iterator is a reading of its own, with its own line in the trail.
  public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

  /// One reading of the record.
  public struct Iterator: AsyncIteratorProtocol {
    private let pages: RecordPages
    private var span: RecordSpan?
    private var isOver = false

    init(pages: RecordPages) { self.pages = pages }

    /// The next page.
    ///
    /// - Returns: entries in the order they were stored, or `nil` after the last.
    /// - Throws: ``ArchiveError/erased``, or an error that names the row that was changed.
    public mutating func next() async throws -> [Entry]? {
      let archive = pages.archive
      if isOver { return nil }
      // Whatever goes wrong, nothing is handed out after it.
      isOver = true
      var span: RecordSpan
      if let begun = self.span {
        span = begun
      } else {
        guard let begun = try await archive.beginReading(pages.patient, by: pages.access) else {
          return nil
        }
        span = begun
      }
      let page = try await archive.page(of: &span, size: pages.size)
      if page.rows.isEmpty { return nil }
      self.span = span
      isOver = span.isRead
      return try page.opened()
    }
  }
}

/// What of a record is still to be read.
struct RecordSpan: Sendable {
  let patient: PatientID
  /// The sequence number of the last row that was read.
  var after: Int64 = 0
  /// The last sequence number that belongs to the reading.
  let through: Int64
  /// Whether nothing is left.
  var isRead: Bool { after >= through }
}

/// Rows of one patient with the key that opens them.
struct RecordPage: Sendable {
  let rows: [EntryRow]
  let key: PatientKey
  let clinic: Int64

  /// Opens all rows.
  func opened() throws -> [Entry] {
    var decoder = EntryDecoder()
    return try rows.map { try $0.entry(with: key, clinic: clinic, by: &decoder) }
  }
}
