public import PatientRecord
public import Time

/// A psychotherapy note: what a clinician writes down about a conversation for themselves alone.
///
/// It is no part of the record. Nothing reads it but what is asked for by its author.
public struct TherapyNote: Hashable, Sendable {
  /// Its identifier, made by whoever writes it; a note sent twice is stored once.
  public let id: EntryID
  /// What it says.
  public let text: FreeText
  /// The note that it corrects, which stays.
  public let supersedes: EntryID?
  /// When it was stored; `nil` before it is.
  public let written: Instant?
  /// The newest note that corrects it, where it was read by itself.
  public internal(set) var supersededBy: EntryID?

  /// Creates a note that is still to be stored.
  ///
  /// - Parameters:
  ///   - id: its identifier.
  ///   - text: what it says.
  ///   - supersedes: the note that it corrects, one of the same author about the same patient.
  public init(id: EntryID, text: FreeText, supersedes: EntryID? = nil) {
    self.init(id: id, text: text, supersedes: supersedes, written: nil)
  }

  init(id: EntryID, text: FreeText, supersedes: EntryID?, written: Instant?) {
    self.id = id
    self.text = text
    self.supersedes = supersedes
    self.written = written
  }
}

/// A psychotherapy note in a list: everything but what it says.
public struct TherapyNoteLine: Hashable, Sendable {
  /// Its identifier.
  public let id: EntryID
  /// When it was stored.
  public let written: Instant
  /// The note that it corrects.
  public let supersedes: EntryID?
  /// The newest note that corrects it.
  public let supersededBy: EntryID?
}
