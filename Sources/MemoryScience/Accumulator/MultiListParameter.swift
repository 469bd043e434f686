/// A parameter of a ``MultiListModel`` that a search may move, with the bounds of its search.
///
/// Bounds hold those of the published fits of CMR3 (Cohen & Kahana 2022, pyCMR3) and go beyond them where
/// a list of 24 words after a distractor asks for it.
public enum MultiListParameter: String, CaseIterable, Hashable, Sendable {
  /// beta_enc.
  case encodingDrift
  /// beta_rec.
  case recallDrift
  /// gamma_fc.
  case itemToContextRate
  /// gamma_cf.
  case contextToItemRate
  /// phi_s.
  case primacyScale
  /// phi_d.
  case primacyDecay
  /// kappa.
  case leak
  /// lambda.
  case inhibition
  /// eta.
  case noise
  /// beta_rec_post.
  case betweenListDrift
  /// beta_distract.
  case distractorDrift
  /// omega.
  case thresholdRise
  /// alpha.
  case thresholdKept
  /// c_thresh.
  case reportThreshold
  /// beta_source, only with a source region.
  case sourceDrift
  /// gamma_emot, only with a source region.
  case sourceToItemRate

  /// The parameters of a model with such a source region.
  ///
  /// - Parameter source: what the region tells apart.
  /// - Returns: the 14 parameters of CMR2, and with a source region two more.
  public static func of(_ source: SourceContext) -> [MultiListParameter] {
    source == .none ? allCases.filter { !$0.isOfSource } : allCases
  }

  private var isOfSource: Bool { self == .sourceDrift || self == .sourceToItemRate }

  /// The values that a search allows.
  public var range: ClosedRange<Double> {
    switch self {
    case .encodingDrift: 0.1...0.9
    case .recallDrift, .itemToContextRate, .contextToItemRate, .sourceDrift: 0.1...0.99
    case .primacyScale: 0.05...3
    case .primacyDecay: 0.02...1.5
    case .leak: 0.01...0.5
    case .inhibition: 0.01...0.6
    case .noise: 0.01...0.7
    case .betweenListDrift: 0.1...1
    case .distractorDrift: 0.05...0.99
    case .thresholdRise: 5...30
    case .thresholdKept: 0.6...0.999
    case .reportThreshold: 0...1.5
    case .sourceToItemRate: 0.01...2
    }
  }

  /// Where a model keeps the parameter.
  public var path: WritableKeyPath<MultiListModel, Double> {
    switch self {
    case .encodingDrift: \.parameters.encodingDrift
    case .recallDrift: \.parameters.recallDrift
    case .itemToContextRate: \.parameters.itemToContextRate
    case .contextToItemRate: \.parameters.contextToItemRate
    case .primacyScale: \.parameters.primacyScale
    case .primacyDecay: \.parameters.primacyDecay
    case .leak: \.accumulator.leak
    case .inhibition: \.accumulator.inhibition
    case .noise: \.accumulator.noise
    case .betweenListDrift: \.accumulator.betweenListDrift
    case .distractorDrift: \.accumulator.distractorDrift
    case .thresholdRise: \.accumulator.thresholdRise
    case .thresholdKept: \.accumulator.thresholdKept
    case .reportThreshold: \.accumulator.reportThreshold
    case .sourceDrift: \.parameters.sourceDrift
    case .sourceToItemRate: \.parameters.sourceToItemRate
    }
  }
}
