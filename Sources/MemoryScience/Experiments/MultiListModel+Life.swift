extension MultiListModel {
  /// The average person of the simulated experiments: CMR3 with plain values from within the bounds of
  /// its published fits (Cohen & Kahana 2022).
  public static let simulatedLife: MultiListModel = {
    var parameters = RetrievedContextParameters()
    parameters.encodingDrift = 0.5
    parameters.recallDrift = 0.7
    parameters.itemToContextRate = 0.6
    parameters.contextToItemRate = 0.6
    parameters.sourceToItemRate = 0.8
    parameters.sourceDrift = 0.7
    parameters.primacyScale = 0.5
    parameters.primacyDecay = 1
    var accumulator = AccumulatorParameters.plain
    accumulator.thresholdRise = 15
    accumulator.thresholdKept = 0.8
    accumulator.reportThreshold = 0
    accumulator.recallSeconds = 20
    // Coarser steps than in published fits: quick, and no different in what is compared here.
    accumulator.stepSeconds = 0.05
    accumulator.stepShare = 0.05
    return MultiListModel(parameters: parameters, accumulator: accumulator, source: .valence)
  }()

  /// The same model with some parameters of context changed.
  func with(_ change: (inout RetrievedContextParameters) -> Void) -> MultiListModel {
    var model = self
    change(&model.parameters)
    return model
  }
}
