/// The name of a parameter of a retrieved-context model, with its ranges.
public enum RetrievedContextParameter: String, CaseIterable, Hashable, Sendable {
  /// How far a studied item moves temporal context, beta_enc.
  case encodingDrift
  /// How far the start of the list is brought back before recall, beta_start.
  case startDrift
  /// How far a recalled item moves temporal context, beta_rec.
  case recallDrift
  /// How far an item moves source context, studied or recalled, beta_source.
  case sourceDrift
  /// How fast an item learns to bring context back, gamma_fc.
  case itemToContextRate
  /// How fast temporal context learns to support an item, gamma_cf.
  case contextToItemRate
  /// How fast source context learns to support an item, gamma_emot.
  case sourceToItemRate
  /// How much faster context learns at the first item than late in the list, phi_s, relative to
  /// the late rate.
  case primacyScale
  /// How soon that advantage decays, phi_d, per item.
  case primacyDecay
  /// How many times faster context learns to support an emotional item than a neutral one, phi_emot.
  case emotionScale
  /// How strongly likeness of meaning supports an item, s.
  case semanticScale
  /// How sharply the choice tells supports apart: the exponent tau of the power rule, one over the
  /// temperature of the exponential rule.
  case choiceSensitivity
  /// The probability to stop before the first recall, X1.
  case stopScale
  /// How fast the probability to stop grows, X2, per recall.
  case stopGrowth

  /// The values that have a meaning.
  public var range: ClosedRange<Double> {
    switch self {
    case .encodingDrift, .startDrift, .recallDrift, .sourceDrift, .itemToContextRate, .stopScale:
      0...1
    case .contextToItemRate, .sourceToItemRate: 0...10
    case .primacyScale, .primacyDecay, .emotionScale, .semanticScale: 0...100
    case .choiceSensitivity: 0...1000
    case .stopGrowth: -10...10
    }
  }

  /// The values among which a fit searches if not told otherwise: those that published fits stay
  /// within, with some room (Polyn, Norman & Kahana 2009; Kragel, Morton & Polyn 2015; Cohen &
  /// Kahana 2022).
  public var searchRange: ClosedRange<Double> {
    switch self {
    case .encodingDrift, .startDrift, .recallDrift, .sourceDrift, .itemToContextRate: 0.01...0.99
    case .contextToItemRate: 0.01...0.99
    case .sourceToItemRate: 0...0.99
    case .primacyScale: 0.01...20
    case .primacyDecay: 0.01...5
    case .emotionScale: 0.1...10
    case .semanticScale: 0...3
    case .choiceSensitivity: 0.1...30
    case .stopScale: 0.0001...0.2
    case .stopGrowth: 0.01...1.5
    }
  }

  var path: WritableKeyPath<RetrievedContextParameters, Double> {
    switch self {
    case .encodingDrift: \.encodingDrift
    case .startDrift: \.startDrift
    case .recallDrift: \.recallDrift
    case .sourceDrift: \.sourceDrift
    case .itemToContextRate: \.itemToContextRate
    case .contextToItemRate: \.contextToItemRate
    case .sourceToItemRate: \.sourceToItemRate
    case .primacyScale: \.primacyScale
    case .primacyDecay: \.primacyDecay
    case .emotionScale: \.emotionScale
    case .semanticScale: \.semanticScale
    case .choiceSensitivity: \.choiceSensitivity
    case .stopScale: \.stopScale
    case .stopGrowth: \.stopGrowth
    }
  }
}
