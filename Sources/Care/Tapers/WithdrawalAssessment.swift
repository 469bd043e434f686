public import Knowledge

/// Whether symptoms during a taper look like withdrawal or like relapse.
///
/// A pure function of the answers. Features that were not asked leave a range of scores; the verdict
/// is only given when every score in that range leads to it.
public struct WithdrawalAssessment: Hashable, Sendable {
  /// How a feature looks.
  public enum Answer: String, Hashable, Sendable, CaseIterable {
    /// Like withdrawal.
    case likeWithdrawal
    /// Like relapse.
    case likeRelapse
    /// Like neither, or it does not apply, such as a dose that was not taken up again.
    case neither
    /// Nobody asked.
    case notAsked
  }

  /// What it comes to.
  public enum Verdict: Hashable, Sendable {
    /// Withdrawal is probable.
    case probableWithdrawal
    /// Relapse is probable.
    case probableRelapse
    /// Neither: for a clinician to judge.
    case unclear
    /// It depends on features that were not asked, by identifier.
    case cannotTell(missing: [String])
  }

  /// Whether suicidal thoughts call for the safety rule, whatever the verdict.
  public enum Safety: Hashable, Sendable {
    /// At once; the rule.
    case actNow(rule: String)
    /// Suicidal thoughts were asked about and denied.
    case denied
    /// Nobody asked, so it has to be asked.
    case ask(rule: String)
  }

  /// The lowest and the highest score that the answers allow.
  public let score: ClosedRange<Int>
  /// What it comes to.
  public let verdict: Verdict
  /// What is due about suicidal thoughts.
  public let safety: Safety
  /// How well the points are known and where they come from.
  public let evidence: Evidence

  /// Assesses answers.
  ///
  /// - Parameters:
  ///   - answers: how each feature looks, by identifier; a feature that is left out was not asked.
  ///   - suicidalThoughts: whether there are suicidal thoughts.
  ///   - method: the features with their points.
  /// - Throws: ``TaperError/unknownFeature(_:known:)`` for a feature that the method does not have.
  public init(
    _ answers: [String: Answer], suicidalThoughts: Recorded<Bool>, by method: WithdrawalScore
  ) throws(TaperError) {
    let known = method.features.map(\.id)
    for feature in answers.keys.sorted() where !known.contains(feature) {
      throw .unknownFeature(feature, known: known)
    }
    let ranges = method.features.map { $0.points(for: answers[$0.id] ?? .notAsked) }
    score = ranges.reduce(0) { $0 + $1.lowerBound }...ranges.reduce(0) { $0 + $1.upperBound }
    verdict = Self.verdict(
      score, missing: known.filter { (answers[$0] ?? .notAsked) == .notAsked }, method)
    safety =
      switch suicidalThoughts {
      case .recorded(true): .actNow(rule: method.safetyRule)
      case .recorded(false): .denied
      case .notRecorded: .ask(rule: method.safetyRule)
      }
    evidence = method.evidence
  }

  private static func verdict(
    _ score: ClosedRange<Int>, missing: [String], _ method: WithdrawalScore
  ) -> Verdict {
    if score.lowerBound >= method.probableWithdrawal { return .probableWithdrawal }
    if score.upperBound <= method.probableRelapse { return .probableRelapse }
    let isBetween =
      score.lowerBound > method.probableRelapse && score.upperBound < method.probableWithdrawal
    return isBetween ? .unclear : .cannotTell(missing: missing)
  }
}

extension WithdrawalScore.Feature {
  /// The points that an answer allows.
  fileprivate func points(for answer: WithdrawalAssessment.Answer) -> ClosedRange<Int> {
    switch answer {
    case .likeWithdrawal: points...points
    case .likeRelapse: pointsAgainst...pointsAgainst
    case .neither: 0...0
    case .notAsked: pointsAgainst...points
    }
  }
}
