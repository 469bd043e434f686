public import Inference
public import Knowledge

/// An effect that may be pooled with others: standardised, controlled, and with a standard error.
public struct PoolableEffect: Hashable, Sendable {
  /// The row it comes from.
  public let row: TreatmentEffect
  /// The row's own effect, or one that its publication reports alongside.
  public let reported: ReportedEffect
  /// The effect with its standard error.
  public let study: StudyEffect

  /// Judges an effect of a row.
  ///
  /// - Parameters:
  ///   - reported: the row's own effect or one alongside.
  ///   - row: the row.
  ///   - includesUncertain: whether general knowledge, unconfirmed citations and unclear designs
  ///     are let in.
  /// - Throws: what keeps it out.
  init(
    _ reported: ReportedEffect, of row: TreatmentEffect, includesUncertain: Bool
  ) throws(EvidenceObstacle) {
    guard reported.domain != .other else { throw .otherOutcome }
    guard row.metric == .standardised else { throw .otherUnit(row.metric) }
    guard let estimate = reported.estimate else { throw .noEstimate }
    guard row.design == .controlled || row.design == .unclear else { throw .design(row.design) }
    guard row.people != .other else { throw .otherPeople }
    let label = row.id.rawValue
    if let interval = reported.interval {
      study = StudyEffect(label: label, estimate: estimate, interval: interval)
    } else if let pValue = reported.pValue {
      study = StudyEffect(label: label, estimate: estimate, pValue: pValue)
    } else {
      throw .noError
    }
    if !includesUncertain {
      guard row.evidence.certainty != .established else { throw .generalKnowledge }
      guard row.check.citation == .confirmed else { throw .unconfirmedCitation }
      guard row.design != .unclear else { throw .design(.unclear) }
    }
    self.row = row
    self.reported = reported
  }

  /// Whether this effect stands for a body of trials rather than another: more studies, then more
  /// people, then the earlier name. The size of the effect plays no part.
  func precedes(_ other: PoolableEffect) -> Bool {
    let (own, theirs) = (row.studies ?? 0, other.row.studies ?? 0)
    guard own == theirs else { return own > theirs }
    let (people, others) = (row.participants ?? 0, other.row.participants ?? 0)
    guard people == others else { return people > others }
    return row.id < other.row.id
  }
}
