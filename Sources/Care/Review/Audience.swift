/// For whom a review is shown.
public enum Audience: String, Hashable, Sendable, CaseIterable {
  /// The person in treatment: own answers, scores and course; never a dose, a taper, a stage, a rule
  /// or a risk that the program worked out.
  case patient
  /// The care team.
  case clinician
  /// Whoever studies the method: everything, with the checks of the model.
  case researcher
}
