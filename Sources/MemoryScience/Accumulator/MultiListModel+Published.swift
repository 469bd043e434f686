extension AccumulatorParameters {
  /// The race of the simulated experiments: plain values near the published fits.
  public static let plain: AccumulatorParameters = {
    var accumulator = AccumulatorParameters()
    accumulator.leak = 0.3
    accumulator.inhibition = 0.13
    accumulator.noise = 0.4
    return accumulator
  }()
}

extension MultiListModel {
  /// CMR2 as fitted to the lists of Kahana, Howard, Zaromb & Wingfield (2002), without meaning: the values of
  /// pyCMR2.
  public static let kahana2002: MultiListModel = {
    var parameters = RetrievedContextParameters()
    parameters.encodingDrift = 0.519769
    parameters.recallDrift = 0.627801
    parameters.itemToContextRate = 0.425064
    parameters.contextToItemRate = 0.895261
    parameters.primacyScale = 1.408899
    parameters.primacyDecay = 0.989567
    parameters.sourceDrift = 0
    var accumulator = AccumulatorParameters()
    accumulator.leak = 0.312686
    accumulator.inhibition = 0.12962
    accumulator.noise = 0.392847
    accumulator.betweenListDrift = 0.802543
    accumulator.thresholdRise = 11.894106
    accumulator.thresholdKept = 0.678955
    accumulator.reportThreshold = 0.073708
    return MultiListModel(parameters: parameters, accumulator: accumulator, source: .none)
  }()
}
