/// What in a record shows that something was done.
public struct CalendarEvidence: Hashable, Sendable {
  /// The questionnaires and ratings of which one is enough.
  public let instruments: [InstrumentID]
  /// Names of measurements, side effects, tasks or decisions, in lower case with hyphens.
  public let words: Set<String>
  /// The kinds of sessions.
  public let sessionKinds: Set<String>

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - instruments: questionnaires and ratings.
  ///   - words: names of measurements, side effects, tasks or decisions.
  ///   - sessionKinds: kinds of sessions.
  public init(
    instruments: [InstrumentID] = [], words: Set<String> = [], sessionKinds: Set<String> = []
  ) {
    self.instruments = instruments
    self.words = words
    self.sessionKinds = sessionKinds
  }
}
