public import Knowledge

extension PlanModel {
  /// The fitted model with the treatments of the resources.
  ///
  /// - Parameter knowledge: the knowledge that holds them.
  public init(_ knowledge: Knowledge) {
    self.init(treatments: knowledge.simulatedTreatments.map { Treatment($0) })
  }
}
