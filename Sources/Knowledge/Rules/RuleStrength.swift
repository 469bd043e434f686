/// What kind of statement a rule rests on.
public enum RuleStrength: String, Hashable, Sendable, CaseIterable, Codable {
  /// A boxed warning of a label.
  case boxedWarning = "label-BW"
  /// A contraindication of a label.
  case contraindication = "label-CI"
  /// A warning, precaution or dose of a label.
  case labelWarning = "label-WP"
  /// A strong recommendation of a guideline.
  case strongRecommendation = "G-strong"
  /// A weak recommendation of a guideline.
  case weakRecommendation = "G-weak"
  /// Consensus of experts.
  case consensus
  /// The opinion of experts or an observation.
  case expert
  /// Calculated from other facts.
  case derived

  /// The statement in words.
  public var words: String {
    switch self {
    case .boxedWarning: "boxed warning of a label"
    case .contraindication: "contraindication of a label"
    case .labelWarning: "warning or dose of a label"
    case .strongRecommendation: "strong recommendation of a guideline"
    case .weakRecommendation: "weak recommendation of a guideline"
    case .consensus: "consensus"
    case .expert: "expert opinion or observation"
    case .derived: "calculated"
    }
  }
}
