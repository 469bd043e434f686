/// When something is measured because of an event.
public struct EventOccasion: Hashable, Sendable {
  /// When, seen from the event.
  public enum Timing: Hashable, Sendable {
    /// Each time the event happens.
    case whenever
    /// Before it begins.
    case before
    /// After this many of its sessions.
    case afterSessions(Int)
    /// When it ends.
    case atEnd
    /// Once, this long after it ended.
    case afterEnd(MeasurementInterval)
    /// Again and again from its start, for this many weeks; nil while it lasts.
    case every(MeasurementInterval, forWeeks: Int?)
  }

  /// The event.
  public let event: ScheduleEvent
  /// When, seen from the event.
  public let timing: Timing

  /// Creates an occasion.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - timing: when, seen from it.
  public init(_ event: ScheduleEvent, _ timing: Timing) {
    self.event = event
    self.timing = timing
  }
}

/// The identifier of an event that asks for a measurement, such as `taper`.
public struct ScheduleEvent: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
