import Care
import Charts
import Inference
import Knowledge

/// Every sentence about the evidence, in English.
struct EvidenceWording {
  let synthesis: EvidenceSynthesis

  /// The words that all pages share.
  var frame: Wording { Wording(audience: .researcher) }

  // MARK: Titles

  var title: String { "Memory and mood: what treatments of depression are known to do" }
  var shortTitle: String { "In short" }
  var bearingTitle: String { "What speaks for the theory, and what against it" }
  var poolsTitle: String { "Effects taken together" }
  var couplingTitle: String { "Does more for mood go with more for memory?" }
  var leftOutTitle: String { "What could not be taken together, and why" }
  var deficitsTitle: String { "How memory differs in depression" }
  var sourcesTitle: String { "Sources" }

  var bearings: [(TreatmentEffect.Bearing, String)] {
    [
      (.supports, "For it"), (.against, "Against it"), (.mixed, "For and against"),
      (.neutral, "Neither"),
    ]
  }

  func title(of domain: EffectDomain) -> String {
    let words = words(for: domain)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A domain inside a sentence.
  func words(for domain: EffectDomain) -> String {
    switch domain {
    case .mood: "mood"
    case .coldMemory: "memory for neutral material"
    case .hotMemory: "memory for emotional and personal material"
    case .cognition: "speed, attention and executive function"
    case .other: "other outcomes"
    }
  }

  // MARK: Opening and end

  var opening: [String] {
    let rows = CountText.of(synthesis.rows.count, "published finding")
    let about = synthesis.treatment.map { " about \"\($0)\"" } ?? ""
    let day = DateText.day(synthesis.retrieved)
    let uncertain =
      synthesis.includesUncertain
      ? "General knowledge, unclear designs and unconfirmed citations are included in the numbers."
      : "General knowledge, unclear designs and unconfirmed citations are left out of the numbers."
    return [
      "\(rows)\(about), from abstracts. Citations were looked up again on \(day).", uncertain,
      synthesis.isReviewed
        ? "A named clinician has checked the table."
        : "No clinician has checked the table yet.",
    ]
  }

  var bearingIntroduction: [String] {
    [
      "Each line is one published finding, with its row in the table. Above 0 is better. "
        + "How a finding bears on the theory was judged by this project."
    ]
  }

  var poolsIntroduction: [String] {
    [
      "One effect from each body of trials, that of the most studies, so that no body counts twice; "
        + "bodies may still share trials, and what was never published is missing. Some of these "
        + "treatments train memory or the body itself. Only standardised differences from a control group, in people with depression."
    ]
  }

  var deficitsIntroduction: [String] {
    ["Differences as published: below 0 is poorer, except where a bias is measured."]
  }

  var footer: [String] {
    [
      "Random-effects meta-analysis by restricted maximum likelihood; intervals by Hartung and "
        + "Knapp, never narrower than without their scale; variance between treatments by the Q "
        + "profile; prediction by t with two degrees of freedom less than effects.",
      "This table was assembled by hand and is not a systematic review. It says nothing of what will "
        + "happen to one person.",
    ]
  }

  // MARK: Names and numbers

  /// A body of trials as a name: "Exercise", but "tDCS".
  func name(of row: TreatmentEffect) -> String { EvidenceWording.capitalised(row.trials) }

  static func capitalised(_ words: String) -> String {
    guard words.dropFirst().first?.isUppercase != true else { return words }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  func number(_ value: Double) -> String { NumberText.fixed(value, places: 2) }

  func range(_ range: ClosedRange<Double>) -> String {
    "\(number(range.lowerBound)) to \(number(range.upperBound))"
  }

  /// The ends of an effect's 95 % interval: as published, or from its standard error.
  func ends(of effect: PoolableEffect) -> (low: Double, high: Double) {
    if let interval = effect.reported.interval { return (interval.lowerBound, interval.upperBound) }
    let reach = 1.96 * effect.study.standardError
    return (effect.study.estimate - reach, effect.study.estimate + reach)
  }

  var axis: ValueAxis {
    ValueAxis(
      title: "Standardised difference from control", direction: "above 0 = better", places: 2)
  }
}
