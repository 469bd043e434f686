/// A part of the theory that can be switched off during a plan, to see what it does.
public enum ModelTerm: String, CaseIterable, Hashable, Sendable {
  /// The acute lift of a session.
  case acuteLift
  /// The window of plasticity that a session opens.
  case plasticityWindow
  /// The relaxation of beliefs while a window is open.
  case precisionRelaxation
  /// What a session takes from retrieval.
  case retrievalLoss
  /// What a medicine does to the memories that come and to how a day is seen.
  case medicineBias
  /// What a medicine does to plasticity.
  case medicinePlasticity
  /// What practice teaches.
  case practice
  /// What visits let people expect.
  case expectancy
  /// That mood decides which memories come.
  case moodCongruentCue

  /// The terms that only a treatment of the body has: without them it is expectancy alone.
  static let ofTreatments: [ModelTerm] = [
    .acuteLift, .plasticityWindow, .precisionRelaxation, .retrievalLoss, .medicineBias,
    .medicinePlasticity,
  ]

  /// The parameters without the term.
  func removed(from parameters: Parameters) -> Parameters {
    var left = parameters
    switch self {
    case .acuteLift, .retrievalLoss: break
    case .plasticityWindow: left.windowPlasticity = 0
    case .precisionRelaxation: left.windowRelaxation = 0
    case .medicineBias:
      left.occupancyRetrieval = 0
      left.occupancyExperience = 0
    case .medicinePlasticity: left.occupancyPlasticity = 0
    case .practice:
      left.practiceEncoding = 0
      left.practiceEvidence = 0
    case .expectancy:
      left.visitExpectancy = 0
      left.visitLift = 0
    case .moodCongruentCue: left.moodCongruence = 0
    }
    return left
  }

  /// A treatment without the term.
  func removed(from treatment: Treatment) -> Treatment {
    var left = treatment
    switch self {
    case .acuteLift: left.acuteLift = 0
    case .retrievalLoss: left.retrievalLoss = 0
    default: break
    }
    return left
  }

  /// Whether the term does anything in a course.
  func matters(in course: PlannedCourse, among treatments: [Treatment]) -> Bool {
    let used = treatments.filter { known in
      course.treatments.contains { $0.treatment == known.id }
    }
    return switch self {
    case .acuteLift: used.contains { $0.acuteLift > 0 }
    case .plasticityWindow, .precisionRelaxation: used.contains { $0.windowAmplitude > 0 }
    case .retrievalLoss: used.contains { $0.retrievalLoss > 0 }
    case .medicineBias, .medicinePlasticity: used.contains(where: \.isMedicine)
    case .practice: used.contains { $0.practice > 0 }
    case .expectancy: !course.visits.isEmpty
    case .moodCongruentCue: !used.isEmpty
    }
  }
}
