import Care
import Knowledge
import PatientRecord
import Time

/// What a report is made of: the parts of a review that its audience may see, and nothing else.
///
/// Everything downstream reads from here, so that no page can show a part to somebody it is not for.
struct Material {
  let audience: Audience
  let patient: PatientID
  let moment: Instant
  let today: Day
  let digest: String
  let pipeline: String
  let parts: [ReviewPart]
  let contacts: [HelpContact]

  init(
    audience: Audience, patient: PatientID, moment: Instant, today: Day, digest: String,
    pipeline: String, parts: [ReviewPart], knowledge: Knowledge? = nil
  ) {
    self.audience = audience
    self.patient = patient
    self.moment = moment
    self.today = today
    self.digest = digest
    self.pipeline = pipeline
    self.parts = parts.filter { $0.audiences.contains(audience) }
    let own = parts.lazy.compactMap(\.safety).first?.contacts ?? []
    contacts = own.isEmpty ? knowledge?.helpContactsOfSite() ?? [] : own
  }

  init(_ review: Review, for audience: Audience, knowledge: Knowledge? = nil) {
    self.init(
      audience: audience, patient: review.patient, moment: review.moment, today: review.today,
      digest: review.recordDigest, pipeline: review.pipeline, parts: review.parts(for: audience),
      knowledge: knowledge)
  }

  var wording: Wording { Wording(audience: audience) }
  var record: RecordPart? { parts.lazy.compactMap(\.record).first }
  var safety: SafetyPart? { parts.lazy.compactMap(\.safety).first }
  var signals: SignalsPart? { parts.lazy.compactMap(\.signals).first }
  var timeline: TimelinePart? { parts.lazy.compactMap(\.timeline).first }
  var scores: [ScoresPart] { parts.compactMap(\.scores) }
  var trajectories: [TrajectoryPart] { parts.compactMap(\.trajectory) }
  var statuses: [StatusPart] { parts.compactMap(\.status) }
  var changePoints: [ChangePointsPart] { parts.compactMap(\.changePoints) }
  var monitoring: [MonitoringPart] { parts.compactMap(\.monitoring) }
  var patterns: [PatternsPart] { parts.compactMap(\.patterns) }
  var effects: [EffectsPart] { parts.compactMap(\.effects) }
  /// What a series is called: an item in words, an instrument as it is.
  func name(of part: ChangePointsPart) -> String {
    trajectories.contains { $0.item.rawValue == part.name } ? ItemText.words(part.name) : part.name
  }

  var gaps: GapsPart? { parts.lazy.compactMap(\.gaps).first }
  var rules: RulesPart? { parts.lazy.compactMap(\.rules).first }
}
