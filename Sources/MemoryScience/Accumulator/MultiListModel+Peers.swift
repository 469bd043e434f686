extension MultiListModel {
  /// The models fitted to ten people of PEERS: lists of 24 words, 10 % of them negative and 29 % positive,
  /// recalled after a distractor.
  ///
  /// Found by a search of 420 evaluations over 960 lists of sessions 1, 3, 5 and 7 from ``peersStart(_:)``,
  /// towards the ``RecallPattern`` of the same people in all odd sessions. `bench peers-fit` searches
  /// again, with other noise, and holds what it finds against the even sessions. The data are those of
  /// pyCMR3 (Cohen & Kahana 2022, Psychol Rev 129:742-776), which are not shipped. What is met and
  /// what is not stands in <doc:EmotionalOrganisation>.
  ///
  /// - Parameter variant: which model. ``PeersVariant/plain`` has the parameters of
  ///   ``PeersVariant/published`` but for those of its source region: nothing in CMR2 depends on valence,
  ///   so that no search could give it any emotional organisation.
  /// - Returns: the model.
  public static func peers(_ variant: PeersVariant) -> MultiListModel {
    peersStart(variant).with(variant == .asLearned ? peersAsLearned : peersPublished)
  }

  /// Where the search for ``peers(_:)`` starts: the same for each variant.
  ///
  /// Steps are ten times those of published fits, which saves nine tenths of the time.
  ///
  /// - Parameter variant: which model.
  /// - Returns: a model between CMR2 as fitted to Kahana and others (2002) and the bounds of published
  ///   fits of CMR3.
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
      .encodingDrift: 0.4, .recallDrift: 0.63, .itemToContextRate: 0.425,
      .contextToItemRate: 0.895, .primacyScale: 2, .primacyDecay: 0.4, .leak: 0.1,
      .inhibition: 0.2, .noise: 0.393, .betweenListDrift: 0.95, .distractorDrift: 0.5,
      .thresholdRise: 11.9, .thresholdKept: 0.85, .reportThreshold: 0.074, .sourceDrift: 0.985,
      .sourceToItemRate: 0.08,
    ])
  }

  private static var peersAsLearned: [MultiListParameter: Double] {
    [
      .encodingDrift: 0.146, .recallDrift: 0.9193, .itemToContextRate: 0.8522,
      .contextToItemRate: 0.9311, .primacyScale: 0.1844, .primacyDecay: 1.285, .leak: 0.0299,
      .inhibition: 0.2781, .noise: 0.1576, .betweenListDrift: 0.9651, .distractorDrift: 0.8339,
      .thresholdRise: 5.45, .thresholdKept: 0.9424, .reportThreshold: 0.2516, .sourceDrift: 0.9784,
      .sourceToItemRate: 0.0166,
    ]
  }

  private static var peersPublished: [MultiListParameter: Double] {
    [
      .encodingDrift: 0.3516, .recallDrift: 0.2791, .itemToContextRate: 0.7993,
      .contextToItemRate: 0.9198, .primacyScale: 0.9809, .primacyDecay: 0.5686, .leak: 0.02538,
      .inhibition: 0.265, .noise: 0.47, .betweenListDrift: 0.9375, .distractorDrift: 0.4594,
      .thresholdRise: 11.45, .thresholdKept: 0.8917, .reportThreshold: 0.5357, .sourceDrift: 0.986,
      .sourceToItemRate: 0.02752,
    ]
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
