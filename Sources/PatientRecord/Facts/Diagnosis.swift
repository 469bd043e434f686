/// A diagnosis, as certain as the author is.
public struct Diagnosis: Hashable, Sendable, Codable {
  /// How a diagnosis stands.
  public enum Status: String, Choice {
    /// Thought likely.
    case provisional
    /// Made.
    case confirmed
    /// Found not to be so.
    case refuted
    /// No longer so.
    case resolved
  }

  /// The diagnosis.
  public let name: Name
  /// Its published code.
  public let coding: Coding?
  /// How it stands.
  public let status: Status
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - name: the diagnosis.
  ///   - coding: its published code.
  ///   - status: how it stands.
  ///   - note: anything else.
  public init(
    name: Name, coding: Coding? = nil, status: Status, note: FreeText? = nil
  ) {
    self.name = name
    self.coding = coding
    self.status = status
    self.note = note
  }
}
