/// Two effects of one treatment: one that may follow, and one that it may follow from.
public struct EffectPair: Hashable, Sendable {
  /// The effect whose true value is explained.
  public let response: StudyEffect
  /// The effect whose true value explains.
  public let predictor: StudyEffect
  /// The correlation of the two sampling errors; `nil` when it is not known.
  public let correlation: Double?

  /// Joins two effects.
  ///
  /// - Parameters:
  ///   - response: the effect whose true value is explained.
  ///   - predictor: the effect whose true value explains.
  ///   - correlation: of their sampling errors, above -1 and below 1; `nil` when it is not known.
  public init(response: StudyEffect, predictor: StudyEffect, correlation: Double? = nil) {
    self.response = response
    self.predictor = predictor
    self.correlation = correlation
  }
}
