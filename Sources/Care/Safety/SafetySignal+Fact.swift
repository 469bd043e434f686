internal import Knowledge
public import PatientRecord

extension SafetySignal {
  /// The signal as a fact, to be kept beside the entry that raised it; nil when its title cannot be
  /// one.
  public var fact: Signal? {
    guard let summary = try? FreeText(title) else { return nil }
    return Signal(
      kind: kind, urgency: urgency, summary: summary, causes: causes.map(\.entry),
      rule: rule.flatMap { try? Name($0.rawValue) })
  }
}
