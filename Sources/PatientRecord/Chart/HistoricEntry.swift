/// An entry that no longer counts, and why.
public struct HistoricEntry: Hashable, Sendable {
  /// Why an entry no longer counts.
  public enum State: Hashable, Sendable {
    /// Another entry corrects it.
    case superseded(by: EntryID)
    /// It was withdrawn.
    case voided(by: EntryID, reason: FreeText)
  }

  /// The entry as it was made.
  public let entry: Entry
  /// Why it no longer counts.
  public let state: State
}
