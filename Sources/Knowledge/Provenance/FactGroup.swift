/// A group of facts about an instrument that share their certainty and sources.
public enum FactGroup: String, Hashable, Sendable, CaseIterable {
  /// What the holder of the rights allows.
  case licence
  /// Stem, items, options and follow-up question.
  case wording
  /// Codes of the panel, the total, the items and the options.
  case codes
  /// The range, the rule from answers to a total and what happens to skipped items.
  case scoring
  /// The severity bands.
  case bands
  /// The score that counts as remission.
  case remission
  /// The fall that counts as response or partial response.
  case response
  /// The score from which a person counts as a case.
  case caseThreshold
  /// A rule on single answers.
  case criterion
  /// The smallest change that matters to people.
  case minimalImportantDifference
  /// The smallest change beyond measurement error.
  case reliableChange
  /// The time the questions look back on and the interval between ratings.
  case schedule
  /// The answers that somebody must look at.
  case safety
}
