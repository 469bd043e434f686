private import Foundation

/// The parameters of a retrieved-context model.
///
/// Ranges are those of ``RetrievedContextParameter/range``. Symbols follow Polyn, Norman & Kahana (2009)
/// and Cohen & Kahana (2022); the rule to stop is that of Kragel, Morton & Polyn (2015), J Neurosci
/// 35:2914-2926. The values at the start are plain ones from within their published fits.
public struct RetrievedContextParameters: Hashable, Sendable {
  /// How far a studied item moves context, beta_enc, 0 to 1.
  public var encodingDrift = 0.6
  /// How far the start of the list comes back before recall, beta_start, 0 to 1.
  public var startDrift = 0.3
  /// How far a recalled item moves context, beta_rec, 0 to 1.
  public var recallDrift = 0.7
  /// How far an item moves source context, beta_source, 0 to 1.
  public var sourceDrift = 0.5
  /// How fast an item learns to bring context back, gamma_fc, 0 to 1.
  public var itemToContextRate = 0.5
  /// How fast context learns to support an item, gamma_cf, 0 to 10.
  public var contextToItemRate = 0.5
  /// How fast source context learns to support an item, gamma_emot, 0 to 10.
  public var sourceToItemRate = 0.2
  /// How much faster context learns at the first item, phi_s, 0 to 100 times the late rate.
  public var primacyScale = 1.0
  /// How soon that advantage decays, phi_d, 0 to 100 per item.
  public var primacyDecay = 1.0
  /// phi_emot, 0 to 100; 1 gives emotion no attention of its own.
  public var emotionScale = 1.0
  /// How strongly likeness of meaning supports an item, s, 0 to 100.
  public var semanticScale = 0.0
  /// How sharply the choice tells supports apart, tau, 0 to 1000.
  public var choiceSensitivity = 5.0
  /// The probability to stop before the first recall, X1, 0 to 1.
  public var stopScale = 0.01
  /// How fast that probability grows, X2, -10 to 10 per recall.
  public var stopGrowth = 0.3
  /// How strongly an item brings back its own context before the experiment, 0 to 100; none for
  /// 1 - gamma_fc.
  public var ownItemToContext: Double?
  /// How strongly an item's own context supports it before the experiment, 0 to 100; none for
  /// 1 - gamma_cf, or 0 where that is negative.
  public var ownContextToItem: Double?

  /// Creates the parameters with their values at the start.
  public init() {}

  /// The value of a parameter by its name.
  ///
  /// - Parameter parameter: the name.
  public subscript(parameter: RetrievedContextParameter) -> Double {
    get { self[keyPath: parameter.path] }
    set { self[keyPath: parameter.path] = newValue }
  }

  /// Refuses values outside their range.
  ///
  /// - Throws: ``MemoryScienceError/option(_:)`` that names the first such parameter.
  public func validate() throws(MemoryScienceError) {
    for parameter in RetrievedContextParameter.allCases
    where !parameter.range.contains(self[parameter]) {
      let range = parameter.range
      throw .option(
        "\(parameter.rawValue) is \(self[parameter]); "
          + "set it between \(range.lowerBound) and \(range.upperBound)")
    }
    for (name, value) in [
      ("ownItemToContext", ownItemToContext), ("ownContextToItem", ownContextToItem),
    ] where !(0...100 ~= value ?? 0) {
      throw .option("\(name) is \(value ?? 0); set it between 0 and 100 or leave it out")
    }
  }

  /// The pre-experimental weight of an item's own unit in M^FC.
  var itemToOwnContext: Double { ownItemToContext ?? 1 - itemToContextRate }

  /// The pre-experimental weight of an item's own unit in M^CF.
  var ownContextToOwnItem: Double { ownContextToItem ?? max(1 - contextToItemRate, 0) }

  /// How much faster context learns at a place in the list: phi_i = phi_s exp(-phi_d i) + 1.
  ///
  /// - Parameters:
  ///   - place: how many items came before.
  ///   - isEmotional: whether the item is negative or positive, which multiplies it by phi_emot.
  /// - Returns: a factor of the rates of M^CF.
  func attention(at place: Int, isEmotional: Bool) -> Double {
    let primacy = primacyScale * exp(-primacyDecay * Double(place)) + 1
    return isEmotional ? emotionScale * primacy : primacy
  }
}
