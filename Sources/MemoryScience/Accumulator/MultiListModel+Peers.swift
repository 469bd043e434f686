extension MultiListModel {
  /// Where the search for ``peers(_:)`` starts: the same for each variant, from a coarse search before it.
  ///
  /// Steps are ten times those of published fits, which saves nine tenths of the time.
  ///
  /// - Parameter variant: which model.
  /// - Returns: a model whose race and lists suit 24 words with a distractor before recall.
  public static func peersStart(_ variant: PeersVariant) -> MultiListModel {
    var accumulator = AccumulatorParameters()
    accumulator.stepSeconds = 0.1
    accumulator.stepShare = 0.1
    // Twice what pyCMR3 lets a person report of a list of 24 words.
    accumulator.retrievalLimit = 54
    let model = MultiListModel(
      parameters: RetrievedContextParameters(), accumulator: accumulator, source: variant.source,
      sourceInput: variant.sourceInput)
    return model.with([
      .encodingDrift: 0.4, .recallDrift: 0.4, .itemToContextRate: 0.75, .contextToItemRate: 0.9,
      .primacyScale: 1, .primacyDecay: 0.55, .leak: 0.03, .inhibition: 0.26, .noise: 0.45,
      .betweenListDrift: 0.93, .distractorDrift: 0.45, .thresholdRise: 12, .thresholdKept: 0.9,
      .reportThreshold: 0.4, .sourceDrift: 0.95, .sourceToItemRate: 0.07,
    ])
  }

  /// The same model with some parameters set, but for those of a source region that it does not have.
  func with(_ values: [MultiListParameter: Double]) -> MultiListModel {
    var model = self
    if source == .none { model.parameters.sourceDrift = 0 }
    for parameter in MultiListParameter.of(source) {
      guard let value = values[parameter] else { continue }
      model[keyPath: parameter.path] = value
    }
    return model
  }
}
