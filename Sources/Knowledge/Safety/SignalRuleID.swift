/// The identifier of a rule that raises signals, such as `self-harm-answer`.
public struct SignalRuleID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
