/// The events a person named.
public struct GoodDayBadDayResult: TaskResult {
  /// One event.
  public struct Event: Hashable, Sendable, Codable {
    /// On which side it was named: positive or negative.
    public let valence: WordValence
    /// What was typed.
    public let text: String
    /// Seconds since the side began; nil when not taken.
    public let seconds: Double?
    /// How strongly it was felt then, 0 to 10; nil when not asked.
    public let feelingThen: Int?
    /// How strongly it is felt now, 0 to 10; nil when not asked.
    public let feelingNow: Int?
    /// How specific the memory is; nil when nobody has coded it.
    public let code: SpecificityCode?

    /// Creates an event.
    ///
    /// - Parameters:
    ///   - valence: on which side it was named.
    ///   - text: what was typed.
    ///   - seconds: since the side began.
    ///   - feelingThen: how strongly it was felt then, 0 to 10.
    ///   - feelingNow: how strongly it is felt now, 0 to 10.
    ///   - code: how specific the memory is.
    public init(
      valence: WordValence, text: String, seconds: Double? = nil, feelingThen: Int? = nil,
      feelingNow: Int? = nil, code: SpecificityCode? = nil
    ) {
      self.valence = valence
      self.text = text
      self.seconds = seconds
      self.feelingThen = feelingThen
      self.feelingNow = feelingNow
      self.code = code
    }
  }

  /// The occasion.
  public let sitting: TaskSitting
  /// The events in the order in which they were named.
  public let events: [Event]

  /// Creates a result.
  ///
  /// - Parameters:
  ///   - sitting: the occasion.
  ///   - events: the events in order; none is a result too.
  public init(sitting: TaskSitting, events: [Event]) {
    self.sitting = sitting
    self.events = events
  }
}
