/// A questionnaire with its scoring, or an instrument of which only the score is kept.
public struct Instrument: Hashable, Sendable, Identifiable {
  /// What is known of the instrument here.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The items ship and are scored.
    case items
    /// Only totals are kept, because the text may not ship.
    case scoreOnly
  }

  /// Which end of the range is the bad one.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// A higher score means more symptoms.
    case higherIsWorse
    /// A higher score means better health.
    case higherIsBetter
  }

  /// The identifier.
  public let id: InstrumentID
  /// The version of this record, such as `1.0.0`.
  public let version: String
  /// The full name.
  public let name: String
  /// The usual short name.
  public let abbreviation: String
  /// What the holder of the rights allows.
  public let licence: Licence
  /// Whether the items ship.
  public let kind: Kind
  /// The question that all items complete; nil when only totals are kept.
  public let stem: String?
  /// The questions in their order; empty when only totals are kept.
  public let items: [Item]
  /// The answers that every item offers; empty when only totals are kept.
  public let options: [AnswerOption]
  /// The question after the items that does not count.
  public let followUp: FollowUp?
  /// The published code of the whole instrument.
  public let panelCode: Code?
  /// The published code of the total.
  public let totalCode: Code?
  /// The possible totals, in points.
  public let range: ClosedRange<Double>
  /// Which end of the range is the bad one.
  public let direction: Direction
  /// How answers become a total; nil when only totals are kept.
  public let scoring: Scoring?
  /// The severity bands from the lowest totals to the highest; empty when none may ship.
  public let bands: [Band]
  /// The score that counts as remission.
  public let remission: Threshold?
  /// The fall from the score before treatment that counts as response, as a fraction such as 0.5.
  public let response: Double?
  /// The fall that counts as partial response, as a fraction such as 0.25.
  public let partialResponse: Double?
  /// The score from which a person counts as a case.
  public let caseThreshold: Threshold?
  /// The smallest change that matters to people.
  public let minimalImportantDifference: MinimalImportantDifference?
  /// The smallest change beyond measurement error.
  public private(set) var reliableChange: ReliableChange?
  /// The time the questions look back on, in days.
  public let recallDays: Int?
  /// The usual time between two ratings, in days.
  public let intervalDays: ClosedRange<Int>?
  /// The items whose answers somebody must look at.
  public let safetyItems: [SafetyItem]
  /// Where all this comes from.
  public let provenance: Provenance

  /// Replaces the reliable change and keeps everything else.
  ///
  /// - Parameter change: the new reliable change.
  /// - Returns: the changed instrument.
  func replacing(reliableChange change: ReliableChange) -> Instrument {
    var copy = self
    copy.reliableChange = change
    return copy
  }
}
