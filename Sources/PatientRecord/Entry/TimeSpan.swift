public import JSON
public import Time

/// A stretch of time: from its start up to, and without, its end.
public struct TimeSpan: Hashable, Sendable {
  /// How a stretch of time ends.
  public enum End: Hashable, Sendable {
    /// It ended at a moment.
    case at(Instant)
    /// It goes on, as far as is known.
    case open
  }

  /// The first moment.
  public let start: Instant
  /// The first moment after it, if it ended.
  public let end: End

  /// Creates a stretch of time.
  ///
  /// - Parameters:
  ///   - start: the first moment.
  ///   - end: the first moment after it, not before the start, or that it goes on.
  /// - Throws: an error when the end is before the start.
  public init(from start: Instant, to end: End) throws(FieldError) {
    if case .at(let instant) = end, instant < start {
      throw FieldError("end", "\(instant) is before the start \(start)")
    }
    self.start = start
    self.end = end
  }

  /// Keeps a start without an end.
  ///
  /// - Parameter start: the first moment.
  public init(openFrom start: Instant) {
    self.start = start
    end = .open
  }

  /// The end as an instant, if it ended.
  public var endInstant: Instant? {
    guard case .at(let instant) = end else { return nil }
    return instant
  }
}
