public import Knowledge

/// The risk of withdrawal, as far as it can be told.
public struct TaperRisk: Hashable, Sendable {
  /// What raises the risk.
  public enum Modifier: String, Hashable, Sendable, CaseIterable {
    /// Use for longer than the methods state.
    case longUse
    /// A dose at the usual maximum or above.
    case highDose
    /// Severe withdrawal in the past.
    case pastSevereWithdrawal
    /// Symptoms after missed doses.
    case missedDoseSymptoms
  }

  /// The tier of the medicine; nil when no record has one.
  public let tier: TaperMethods.RiskTier?
  /// Whether each modifier is there, or not recorded.
  public let modifiers: [Modifier: Recorded<Bool>]

  /// The modifiers with an answer.
  ///
  /// - Parameter answer: the answer.
  /// - Returns: the modifiers in their order.
  public func modifiers(with answer: Recorded<Bool>) -> [Modifier] {
    Modifier.allCases.filter { (modifiers[$0] ?? .notRecorded) == answer }
  }

  /// Whether anything known speaks for smaller steps.
  public var isRaised: Bool { tier == .high || !modifiers(with: .recorded(true)).isEmpty }
}
