/// The withdrawal of an entry, which stays readable in the history.
public struct Withdrawal: Hashable, Sendable, Codable {
  /// The entry withdrawn.
  public let entry: EntryID
  /// Why it is withdrawn.
  public let reason: FreeText

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - entry: the entry withdrawn.
  ///   - reason: why it is withdrawn.
  public init(
    entry: EntryID, reason: FreeText
  ) {
    self.entry = entry
    self.reason = reason
  }
}
