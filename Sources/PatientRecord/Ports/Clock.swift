public import Time

/// Tells what time it is; only the outermost module has a real one.
public protocol Clock: Sendable {
  /// The present moment.
  var now: Instant { get }
}
