public import Statistics

/// Which parts the severity behind ordered answers is made of.
///
///     η(t) = μ(t) + a(t)                     severity, in units of the items' calibration sample
///     dμ   = √q dW,  μ(first) ~ start        slow level
///     da   = -a/τ dt + …  with variance s    Ornstein-Uhlenbeck affect, optional
///     P(answer_j ≥ k) = Φ(λ_j η - τ_jk)      given η the items answer independently
///
/// The start is proper, because answers at an end of the scale bound severity from one side only.
/// Standard deviations have half-normal priors, the time constant a log-normal one around 2 days.
public struct OrdinalModel: Hashable, Sendable {
  /// The law of the level at the first time.
  public var start: Normal
  /// The scale of the half-normal prior of √q, in units of severity per √day.
  public var levelScale: Double
  /// The scale of the half-normal prior of √s; `nil` leaves the affect out.
  public var affectScale: Double?

  /// Names the parts.
  ///
  /// - Parameters:
  ///   - start: the law of the level at the first time; by default half as wide again as a
  ///     calibration sample with mean 0 and standard deviation 1. Far below what the items reach
  ///     this law is all there is to know: a start wider than 2 makes intervals of people who
  ///     answer at the floor for months too narrow by a few points.
  ///   - levelScale: the scale of √q's prior; 0.1 lets the level move by about 0.5 in a month.
  ///   - affectScale: the scale of √s's prior; `nil`, the default, leaves the affect out, which
  ///     weekly forms can hardly tell from noise.
  public init(
    start: Normal = Normal(mean: 0, standardDeviation: 1.5), levelScale: Double = 0.1,
    affectScale: Double? = nil
  ) {
    self.start = start
    self.levelScale = levelScale
    self.affectScale = affectScale
  }

  func check() throws(InferenceError) {
    guard start.mean.isFinite, start.standardDeviation > 0, start.standardDeviation < 1e3,
      abs(start.mean) < 1e3
    else { throw .option("the level's start needs a finite mean and a positive deviation") }
    guard levelScale > 0, levelScale < 1e3 else {
      throw .option("the scale of the level's drift is a positive number below 1000")
    }
    if let affectScale, !(affectScale > 0 && affectScale < 1e3) {
      throw .option("the scale of the affect is a positive number below 1000")
    }
  }
}
