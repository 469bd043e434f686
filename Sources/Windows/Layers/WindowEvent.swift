public import Knowledge
public import Time

/// Something that was given: a session, a course or a medicine taken for a time.
public struct WindowEvent<Layer: LayerKind>: Hashable, Sendable {
  /// How long what was given lasted.
  public enum Duration: Hashable, Sendable {
    /// At one moment.
    case once
    /// Until a moment.
    case until(Instant)
    /// It goes on.
    case ongoing
  }

  /// The kernel that describes what it leaves behind.
  public let kernel: LayeredKernel<Layer>
  /// What it is called.
  public let label: String
  /// When it began.
  public let start: Instant
  /// How long it lasted.
  public let duration: Duration
  /// What changed it; nil when nothing known did.
  public let gain: WindowModifier.Gain?

  /// Describes what was given.
  ///
  /// - Parameters:
  ///   - kernel: the kernel that describes what it leaves behind.
  ///   - label: what it is called.
  ///   - start: when it began.
  ///   - duration: how long it lasted.
  ///   - gain: what changed it.
  public init(
    _ kernel: LayeredKernel<Layer>, label: String, start: Instant, duration: Duration = .once,
    gain: WindowModifier.Gain? = nil
  ) {
    self.kernel = kernel
    self.label = label
    self.start = start
    self.duration = duration
    self.gain = gain
  }
}
