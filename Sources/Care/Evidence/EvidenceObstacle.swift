public import Knowledge

/// What keeps an effect out of pooled numbers.
public enum EvidenceObstacle: Error, Hashable, Sendable {
  /// It is measured on something else.
  case otherOutcome
  /// It is no standardised mean difference.
  case otherUnit(EffectMetric)
  /// Its source gives no number.
  case noEstimate
  /// Its source gives neither an interval nor an exact p value.
  case noError
  /// It is not told apart from practice, time or another treatment, or the source does not say.
  case design(TreatmentEffect.Design)
  /// It was measured in people without depression.
  case otherPeople
  /// Its number is general knowledge.
  case generalKnowledge
  /// Its citation could not be confirmed.
  case unconfirmedCitation
  /// Another row of the same body of trials stands for it.
  case sharedTrials(with: EvidenceID)
}
