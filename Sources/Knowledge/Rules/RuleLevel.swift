/// How much weight a rule has, from the heaviest to the lightest.
public enum RuleLevel: String, Hashable, Sendable, CaseIterable, Codable {
  /// A contraindication, or a step that must not be skipped; needs a documented override.
  case stop = "STOP"
  /// The site's protocol asks for action today.
  case urgent = "URGENT"
  /// A risk to weigh or something due.
  case warn = "WARN"
  /// Options to choose from, never a single order.
  case suggest = "SUGGEST"
  /// Something to know.
  case inform = "INFO"
}
