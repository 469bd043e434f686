import Knowledge
import Simulation

extension PlanModel {
  /// The model with the treatments that ship.
  static func shipped() throws -> PlanModel { PlanModel(try Knowledge.shipped()) }
}
