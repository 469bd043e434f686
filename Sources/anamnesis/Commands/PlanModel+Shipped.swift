import Simulation

extension PlanModel {
  /// The model with the treatments that ship.
  static func shipped() throws -> PlanModel { .known }
}
