import Care
import Knowledge
import Time

extension ExactDose {
  /// The dose, or that nothing is taken.
  var words: String { self == .zero ? "stop" : description }
}

extension OccupancyEstimate {
  /// The prediction with its band.
  var words: String {
    "\(points.digits(1)) (\(band.lowerBound.digits(1))-\(band.upperBound.digits(1)))"
  }
}

extension TaperPlan.MakeUp {
  /// How the dose is made up.
  var words: String {
    switch self {
    case .madeUp(let dose): dose.description
    case .notPossible: "cannot be made"
    case .notAsked: "not asked"
    }
  }
}

extension TaperPlan.Step {
  /// The day, or the days since the first step.
  var dayWords: String { day?.description ?? "day \(dayNumber)" }

  /// The share of the previous dose, marked where it is small.
  var shareWords: String { "\((shareOfPrevious * 100).digits(0)) %\(isLarge ? " LARGE STEP" : "")" }

  /// How the dose is made up, and how it is given where that is published.
  var makeUpWords: String {
    guard level.dose > .zero else { return "" }
    return note.map { "\(level.makeUp.words) (published: \($0))" } ?? level.makeUp.words
  }

  /// The dose aimed at and the error of rounding, in mg.
  var rounding: String {
    guard level.dose > .zero else { return "" }
    return "\(target.digits(3)), \(roundingError < 0 ? "" : "+")\(roundingError.digits(3)) mg"
  }
}

extension TaperPlan.Barrier.Cause {
  /// What forbids the next step, in one or two sentences.
  ///
  /// - Parameter barrier: where it is met.
  /// - Returns: the sentences.
  func words(_ barrier: TaperPlan.Barrier) -> String {
    switch self {
    case .fall(let points, let allowed):
      """
      The next dose that can be made is \(barrier.next.words): predicted occupancy would fall by \
      \(points.digits(1)) points, \(allowed.short) are allowed.
      """
    case .abruptStop:
      "No smaller dose can be made that leads on in small steps: the only step is an abrupt stop."
    case .effectiveDoseNotKnown:
      """
      No smaller dose can be made, and the smallest effective dose is not settled, so a stop from \
      here may be abrupt; a prescriber who judges it is not names the last dose by --smallest.
      """
    }
  }

  /// A word for programs.
  var name: String {
    switch self {
    case .fall: "fall"
    case .abruptStop: "abruptStop"
    case .effectiveDoseNotKnown: "effectiveDoseNotKnown"
    }
  }

  /// The fall and what is allowed, in points; nil where another cause forbids the step.
  var points: (fall: Double, allowed: Double)? {
    guard case .fall(let points, let allowed) = self else { return nil }
    return (points, allowed)
  }
}

extension TaperRisk.Modifier {
  /// The modifier in words.
  var words: String {
    switch self {
    case .longUse: "long use"
    case .highDose: "a high dose"
    case .pastSevereWithdrawal: "severe withdrawal in the past"
    case .missedDoseSymptoms: "symptoms after missed doses"
    }
  }
}

extension TaperRecord.Anchor {
  /// The measurement in words.
  var words: String {
    let text = text.map { ", \($0)" } ?? ""
    return "\(occupancy.short) % at \(dose.short) mg\(text): \(evidence.words)"
  }
}
