/// Keeps entries for good; nothing in it is ever changed.
public protocol RecordStore: Sendable {
  /// Stores entries durably, all or none; an entry that is already there is stored once.
  ///
  /// - Parameter entries: what to store.
  /// - Returns: the entries as stored, with the moment they were recorded.
  /// - Throws: an error when nothing was stored.
  func append(_ entries: [Entry]) async throws -> [Entry]

  /// Reads the record of a patient.
  ///
  /// - Parameter patient: whose record.
  /// - Returns: all their entries, in any order.
  /// - Throws: an error when the record cannot be read.
  func entries(of patient: PatientID) async throws -> [Entry]

  /// Lists the patients that have entries.
  ///
  /// - Returns: their identifiers in order.
  /// - Throws: an error when the store cannot be read.
  func patients() async throws -> [PatientID]
}
