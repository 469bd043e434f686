public import Inference
public import PatientRecord
public import Time

/// What a rated item did at changes of treatment, held against every other date.
///
/// It names doses and treatments, so it is not for patients.
public struct EffectsPart: Sendable {
  /// A change of treatment.
  public enum Change: Hashable, Sendable {
    /// A daily dose changed.
    case dose(substance: String, from: Quantity?, to: Quantity)
    /// A course began.
    case course(name: String)
    /// Sessions were held.
    case sessions(kind: Session.Kind, days: [Day])
  }

  /// The question asked of one change.
  public struct Effect: Sendable {
    /// What changed.
    public let change: Change
    /// The day, that of the first session for sessions.
    public let day: Day
    /// The analysis, or why there is none.
    public let analysis: Finding<InterventionAnalysis>
    /// The estimate under the other specifications, where its interval leaves out 0.
    public let multiverse: Multiverse?
  }

  /// The item.
  public let item: CheckInItemID
  /// Its scale.
  public let scale: RatingScale
  /// The day that the analyses count as 0.
  public let origin: Day
  /// The latest changes that were asked about, in order of time.
  public let effects: [Effect]
  /// How many earlier changes there are.
  public let earlierCount: Int
  /// What it was computed from.
  public let basis: Basis

  /// The calendar day of a time of the analyses.
  ///
  /// - Parameter time: days since ``origin``.
  /// - Returns: the day.
  public func day(_ time: Double) -> Day { origin.advanced(by: Int(time.rounded(.down))) }
}
