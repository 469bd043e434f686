/// A questionnaire with its scoring, or an instrument of which only the score is kept.
public struct Instrument: Hashable, Sendable, Identifiable {
  /// Who gives the answers.
  public enum Rater: String, Hashable, Sendable, CaseIterable {
    /// The person.
    case selfReport
    /// A clinician.
    case clinician
  }

  /// What is known of the instrument here.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The items ship and are scored.
    case items
    /// No wording is here, because it may not ship; totals are kept, and answers by identifier.
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
  /// Who gives the answers.
  public let rater: Rater
  /// What the holder of the rights allows.
  public let licence: Licence
  /// Whether the wording is here.
  public private(set) var kind: Kind
  /// The language of the wording as BCP 47 tag; nil without wording.
  public private(set) var language: String?
  /// The question that all items complete; nil without wording.
  public private(set) var stem: String?
  /// The questions in their order; empty without wording.
  public private(set) var items: [Item]
  /// The answers that every item offers unless it has its own; empty without wording.
  public private(set) var options: [AnswerOption]
  /// The question after the items that does not count.
  public private(set) var followUp: FollowUp?
  /// The published code of the whole instrument.
  public let panelCode: Code?
  /// The published code of the total.
  public let totalCode: Code?
  /// The possible totals, in points; of an instrument without a total, the possible answers.
  public let range: ClosedRange<Double>
  /// Which end of the range is the bad one.
  public let direction: Direction
  /// The smallest step between two totals, in points.
  public let step: Double
  /// How answers become a total; nil when only totals are kept.
  public let scoring: Scoring?
  /// A rule on single answers beside the total.
  public let criterion: ItemCriterion?
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
  /// The scores from which a person counts as a case, where they differ between groups of people.
  public let groupThresholds: [GroupThreshold]
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

  /// Adds wording and keeps everything else.
  ///
  /// - Parameter wording: the wording, known to fit the scoring.
  /// - Returns: the changed instrument.
  func adding(_ wording: InstrumentWording) -> Instrument {
    var copy = self
    copy.kind = .items
    copy.language = wording.language
    copy.stem = wording.stem
    copy.items = wording.items
    copy.options = wording.options
    copy.followUp = wording.followUp
    return copy
  }
}
