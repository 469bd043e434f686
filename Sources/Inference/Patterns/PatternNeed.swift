private import Foundation

/// How many days it takes to see a pattern.
///
/// With a standardised partial effect b and a share R² of the outcome's variance that its own course
/// explains, n days give z² ≈ n b² / (1 - R²). A test at 5 % finds the effect in 80 % of people from
/// 7.85 (1 - R²) / b² days on. A pattern that also has to pass every gate needs more: the factor here
/// comes from simulated people (`PatternCalibrationTests`). The share of days without answers and
/// what is left of the predictor beside its slow course enter through the person's own data.
public struct PatternNeed: Hashable, Sendable {
  /// Days from the first to the last reading.
  public let days: Int
  /// 1 - R² as far as this person's data tell, missing days included.
  public let unexplainedShare: Double

  /// n b² / (1 - R²) at which four of five people with the pattern are shown it.
  public static let factor = 17.0

  /// The days needed for an effect.
  ///
  /// - Parameter effect: the standardised partial effect: standard deviations of the outcome per
  ///   standard deviation of the predictor; above 0.
  /// - Returns: days: at least the fewest readings that any search needs, at most 36,500.
  public func days(forEffect effect: Double) -> Int {
    let needed = PatternNeed.factor * unexplainedShare / (effect * effect)
    guard needed < 36_500 else { return 36_500 }
    return max(Int(needed.rounded(.up)), PatternSearch.fewestReadings)
  }
}
