/// What somebody of the team must look at; never shown to the person.
public struct SignalsPart: Sendable {
  /// Every signal once, in a responder's order.
  public let signals: [SafetySignal]
  /// Whether the record holds a plan for a crisis.
  public let hasPlan: Bool

  /// The signals that nobody has closed, in a responder's order.
  public var open: [SafetySignal] { signals.filter(\.isOpen) }
}
