@testable import Simulation

extension PlanModel {
  /// A model with a treatment of each kind.
  static let known = PlanModel(treatments: [
    Plans.ketamine, Plans.psilocybin, Plans.ect, Plans.ssri,
    Plans.treatment("practice") { $0.practice = 1 },
  ])
}
