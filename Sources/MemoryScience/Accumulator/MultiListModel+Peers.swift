extension MultiListModel {
  /// The models fitted to ten people of PEERS: lists of 24 words, 10 % of them negative and 29 % positive,
  /// recalled after a distractor.
  ///
  /// Each was found by the same search towards the ``RecallPattern`` of these people in all odd sessions:
  /// 420 draws all over the bounds on 240 lists, three searches of 700 evaluations on 480 lists, from
  /// ``peersStart(_:)`` and from the two best draws, and one of 1,050 on 960 lists from the best of
  /// these. `bench peers-fit ARCHIVE VARIANT:70` searches again and holds what it finds against the
  /// even sessions. The data are those of pyCMR3 (Cohen & Kahana 2022, Psychol Rev 129:742-776), which
  /// are not shipped. What is met and what is not stands in <doc:EmotionalOrganisation>.
  ///
  /// - Parameter variant: which model.
  /// - Returns: the model.
  public static func peers(_ variant: PeersVariant) -> MultiListModel {
    let found =
      switch variant {
      case .plain: peersPlain
      case .published: peersPublished
      case .asLearned: peersAsLearned
      }
    return peersStart(variant).with(found)
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

  private static var peersPlain: [MultiListParameter: Double] {
    [
      .encodingDrift: 0.2876, .recallDrift: 0.546, .itemToContextRate: 0.2932,
      .contextToItemRate: 0.926, .primacyScale: 1.141, .primacyDecay: 0.2051, .leak: 0.02825,
      .inhibition: 0.1393, .noise: 0.3095, .betweenListDrift: 0.8426, .distractorDrift: 0.6008,
      .thresholdRise: 6.545, .thresholdKept: 0.9451, .reportThreshold: 0.05857,
    ]
  }

  private static var peersPublished: [MultiListParameter: Double] {
    [
      .encodingDrift: 0.2811, .recallDrift: 0.3098, .itemToContextRate: 0.1165,
      .contextToItemRate: 0.2668, .primacyScale: 0.1205, .primacyDecay: 0.03372, .leak: 0.347,
      .inhibition: 0.01757, .noise: 0.01107, .betweenListDrift: 0.7011, .distractorDrift: 0.9043,
      .thresholdRise: 5.213, .thresholdKept: 0.6113, .reportThreshold: 0.09162,
      .sourceDrift: 0.105, .sourceToItemRate: 1.407,
    ]
  }

  private static var peersAsLearned: [MultiListParameter: Double] {
    [
      .encodingDrift: 0.3029, .recallDrift: 0.7495, .itemToContextRate: 0.3918,
      .contextToItemRate: 0.6193, .primacyScale: 0.7568, .primacyDecay: 0.229, .leak: 0.01464,
      .inhibition: 0.05507, .noise: 0.2473, .betweenListDrift: 0.9767, .distractorDrift: 0.925,
      .thresholdRise: 14.05, .thresholdKept: 0.7755, .reportThreshold: 0.01706,
      .sourceDrift: 0.9801, .sourceToItemRate: 0.03255,
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
