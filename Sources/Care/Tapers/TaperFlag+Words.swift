extension TaperFlag: CustomStringConvertible {
  /// One plain sentence.
  public var description: String {
    switch self {
    case .aboveUsualMaximum(let maximum):
      "The dose now lies above the usual maximum of \(maximum.plain) mg."
    case .aboveLimit(let maximum, let when):
      "The dose now lies above \(maximum.plain) mg, the maximum for some people: \(when)."
    case .maximumNotKnown: "The catalogue holds no usual maximum to hold the dose against."
    case .fastStep(let from, let to, let points, let fastest):
      """
      Fast: from \(from) to \(to.orStop) predicted occupancy falls by \(points.tenths) points; the \
      fastest pace allows \(fastest.plain).
      """
    case .largeSteps(let step, let fastest):
      "Steps of \(step.plain) points are larger than those of the fastest pace, \(fastest.plain)."
    case .smallShare(let from, let to, let share, let guideline):
      """
      LARGE STEP: from \(from) to \(to) \(share.share) of the dose is kept; a guideline's example \
      keeps \(guideline.share). Consider cautious steps, steps by a share of the dose, or a dose \
      between.
      """
    case .notMadeUp(let dose): "\(dose) cannot be made from what was named."
    case .largeShare(let from, let to, let share, let aimedAt):
      """
      From \(from) to \(to) \(share.share) of the dose is kept, less than the \(aimedAt.share) aimed \
      at: no dose between can be made.
      """
    case .lowDoseNotKnown:
      "The smallest effective dose is not settled; every step is the smaller one."
    case .lastDoseNotSettled(let dose):
      "No source says how small the last dose has to be; here it is \(dose)."
    default: formWords
    }
  }

  private var formWords: String {
    switch self {
    case .liquidEquivalence:
      "A liquid may not be dose-equivalent to the tablets; see its label before changing over."
    case .mixedForms: "Some doses take tablets and liquid together."
    case .liquidForOtherForm(let form):
      "The liquid is not \(form); how it is spread over the day is to be settled first."
    case .splittingNotOnRecord:
      "Whether these tablets or capsules may be divided is not in the catalogue; see their label."
    case .slowMedicine(let days):
      "The medicine leaves slowly; \(days) days or more between steps are advised."
    case .notSteady(let days):
      "The level takes up to \(days) days to settle: a step may come before the last is felt."
    case .guessedModel:
      "Derived: the model is guessed from the class, not measured for this medicine."
    case .considerCautious: "The risk of withdrawal is raised; consider cautious steps."
    case .shortUse(let weeks):
      "Used for \(weeks.plain) weeks or less; the guideline's taper is for longer use."
    default: ""
    }
  }

  /// A word for programs.
  public var name: String {
    switch self {
    case .aboveUsualMaximum: "aboveUsualMaximum"
    case .aboveLimit: "aboveLimit"
    case .maximumNotKnown: "maximumNotKnown"
    case .fastStep: "fastStep"
    case .largeSteps: "largeSteps"
    case .smallShare: "smallShare"
    case .notMadeUp: "notMadeUp"
    case .largeShare: "largeShare"
    case .lowDoseNotKnown: "lowDoseNotKnown"
    case .lastDoseNotSettled: "lastDoseNotSettled"
    case .liquidEquivalence: "liquidEquivalence"
    case .mixedForms: "mixedForms"
    case .liquidForOtherForm: "liquidForOtherForm"
    case .splittingNotOnRecord: "splittingNotOnRecord"
    case .slowMedicine: "slowMedicine"
    case .notSteady: "notSteady"
    case .guessedModel: "guessedModel"
    case .considerCautious: "considerCautious"
    case .shortUse: "shortUse"
    }
  }
}

extension ExactDose {
  /// The dose, or that nothing is taken.
  fileprivate var orStop: String { self == .zero ? "nothing" : description }
}

extension Double {
  /// The number with one decimal.
  var tenths: String {
    let tenths = (self * 10).rounded() / 10
    return tenths.plain == "\(Int(tenths))" ? "\(tenths.plain).0" : tenths.plain
  }
}
