public import Knowledge

extension Treatments {
  /// The treatments of the resources.
  ///
  /// - Parameter knowledge: the knowledge that holds them.
  public init(_ knowledge: Knowledge) {
    self.init(knowledge.simulatedTreatments.map { Treatment($0) })
  }
}

extension Treatment {
  /// A treatment out of its data.
  ///
  /// - Parameter data: the data.
  public init(_ data: SimulatedTreatment) {
    self.init(id: data.id)
    if let window = data.window { (windowAmplitude, windowDays) = (window.amplitude, window.days) }
    acuteLift = data.lift
    if let loss = data.retrievalLoss {
      (retrievalLoss, retrievalLossDays) = (loss.amplitude, loss.days)
    }
    occupancy = data.occupancy
    practice = data.practice
    aimed = data.aimed
    firstVisit = data.firstVisit
    laterVisit = data.laterVisit
  }
}
