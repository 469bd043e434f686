/// What somebody did about a signal.
public struct Acknowledgement: Hashable, Sendable, Codable {
  /// What was done about a signal.
  public enum Action: String, Choice {
    /// It was read.
    case seen
    /// The person was contacted.
    case contacted
    /// It was passed on.
    case escalated
    /// Nothing more is to be done.
    case closed
  }

  /// The signal.
  public let signal: EntryID
  /// What was done.
  public let action: Action
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - signal: the signal.
  ///   - action: what was done.
  ///   - note: anything else.
  public init(
    signal: EntryID, action: Action, note: FreeText? = nil
  ) {
    self.signal = signal
    self.action = action
    self.note = note
  }
}
