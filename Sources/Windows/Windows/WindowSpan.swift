public import Time

/// A stretch of time in which a window is open with a stated confidence.
public struct WindowSpan: Hashable, Sendable {
  /// Where a stretch ends.
  public enum End: Hashable, Sendable {
    /// At a moment.
    case at(Instant)
    /// Beyond what was looked at, or not before what was given ends.
    case open
  }

  /// When it opens; where it was open before the time looked at, the beginning of that time.
  public let opens: Instant
  /// When it closes.
  public let closes: End
}
