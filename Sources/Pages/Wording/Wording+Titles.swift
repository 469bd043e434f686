extension Wording {
  var glanceTitle: String { "At a glance" }
  var sureTitle: String { isPatient ? "How sure is this?" : "How sure" }
  var usedTitle: String { isPatient ? "What this is made from" : "What this used" }
  var skip: String { "To the content" }

  func title(of kind: Chapter.Kind) -> String {
    switch kind {
    case .record: isPatient ? "What was entered" : "The record"
    case .safety: "Answers about self-harm"
    case .scores: isPatient ? "Your questionnaires" : "Questionnaires"
    case .status: "Status: rule and probability"
    case .trajectory: isPatient ? "Your ratings over time" : "Ratings over time"
    case .overview: isPatient ? "All your ratings in numbers" : "All ratings in figures"
    case .patterns: isPatient ? "What went together" : "What goes along with what"
    case .effects: "Before and after changes of treatment"
    case .memory: "Practice, memory and mood"
    case .warning: "Early-warning trends: a research panel"
    case .changes: "Change points"
    case .monitoring: "Has the stable period been left?"
    case .timeline: "Phases, treatments and doses"
    case .checks: "How well the model foretold"
    case .gaps: "What is missing, and why"
    case .windows: "Windows after treatments: a model"
    case .due: isPatient ? "What you could fill in next" : "What is due"
    case .signals: "What somebody must look at"
    case .plan: isPatient ? "Your safety plan" : "Safety plan"
    case .rules: "Rules of care: options and reminders"
    case .staging: "Trials of treatment and staging"
    case .undecided: "What rules could not decide"
    }
  }

  func introduction(of kind: Chapter.Kind) -> [String] {
    switch kind {
    case .status:
      [
        "The published rule is applied to the raw scores. Beside it stands the probability that "
          + "the level behind the scores meets the same criterion. A score scatters by some "
          + "points without any change of the person, so the two can disagree."
      ]
    case .changes:
      ["Where the level of a series changed and stayed changed. A date is never exact."]
    case .monitoring:
      [
        "These charts compare each day with what the stable period at the beginning would lead one "
          + "to expect. A flag means “worth a check-in”, nothing more. In published studies such "
          + "charts found 68 % of what they were to find, and stayed silent in 74 % of the cases "
          + "where there was nothing to find (Smit and Snippe 2022)."
      ]
    case .patterns: isPatient ? [] : [patternsIntroduction]
    case .effects: [effectsIntroduction]
    case .memory: [memoryIntroduction]
    case .warning: [warningIntroduction]
    case .checks:
      [
        "Each answer was forecast from earlier ones alone, with the model fitted to what came "
          + "before, and held against a plain running mean and standard deviation."
      ]
    case .windows: [windowsIntroduction]
    case .rules: rulesIntroduction
    case .staging: stagingIntroduction
    default: []
    }
  }

  /// How to read the pictures of a chapter.
  func reading(of kind: Chapter.Kind) -> [String] {
    guard kind == .trajectory else { return [] }
    return [
      isPatient
        ? "The dots are your answers. The line is the level behind them, without the ups and "
          + "downs of single days. The narrow band holds that level about half of the time, the "
          + "wide band nearly always. With few answers the bands get wide."
        : "Dots are daily means, the line is the level behind them. Up to the last day the bands "
          + "hold the level; after it they hold an answer, day-to-day noise included."
    ]
  }
}
