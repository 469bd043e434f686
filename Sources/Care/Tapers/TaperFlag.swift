/// Something that the prescriber must know about a schedule.
public enum TaperFlag: Hashable, Sendable {
  /// The dose taken now lies above the usual maximum, in mg.
  case aboveUsualMaximum(Double)
  /// It lies above a lower maximum that holds for some people.
  case aboveLimit(Double, when: String)
  /// The catalogue holds no usual maximum.
  case maximumNotKnown
  /// A step falls by more points than the fastest pace allows.
  case fastStep(from: ExactDose, to: ExactDose, points: Double, fastest: Double)
  /// The steps asked for are larger than those of the fastest pace.
  case largeSteps(Double, fastest: Double)
  /// A step by occupancy keeps a smaller share of the dose than a guideline's example.
  case smallShare(from: ExactDose, to: ExactDose, share: Double, guideline: Double)
  /// A dose cannot be made from what was named.
  case notMadeUp(ExactDose)
  /// A step keeps a smaller share than was aimed at, since no dose between can be made.
  case largeShare(from: ExactDose, to: ExactDose, share: Double, aimedAt: Double)
  /// The smallest effective dose is not settled, so every step is the smaller one.
  case lowDoseNotKnown
  /// No source says how small the last dose has to be.
  case lastDoseNotSettled(ExactDose)
  /// A liquid is used, which may not be equivalent to the tablets.
  case liquidEquivalence
  /// Tablets and liquid are taken together.
  case mixedForms
  /// A liquid is not the modified-release form that is taken now.
  case liquidForOtherForm(String)
  /// Tablets are divided, and the catalogue does not know whether they may be.
  case splittingNotOnRecord
  /// The medicine leaves slowly; more days between steps are advised.
  case slowMedicine(advisedDays: Int)
  /// The level is not steady when the next step comes; the days it takes.
  case notSteady(days: Int)
  /// The model is guessed from the class.
  case guessedModel
  /// What is known about the person or the medicine speaks for smaller steps.
  case considerCautious
  /// Used for so short a time that a guideline does not ask for a taper.
  case shortUse(weeks: Double)
}
