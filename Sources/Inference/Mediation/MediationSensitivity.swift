internal import Statistics

/// How strong an unmeasured influence on mediator and outcome would have to be to make up the
/// indirect effect.
///
/// Let ρ be the correlation of the mediator's error of one day with the outcome's error a lag later,
/// which least squares takes to be 0 and cannot see. With M̃ the part of the earlier mediator that
/// the other regressors of the outcome do not explain, of standard deviation s̃, s_M the standard
/// deviation of the mediator's error, κ = s_M / s̃ and s the standard deviation of what the outcome's
/// equation leaves, the estimate of b tends to b + ρ s_M s_Y / s̃², where
/// s² = s_Y² (1 - ρ² κ²). So
///
///     b(ρ) = b - (s / s̃) ρκ / √(1 - ρ²κ²)
///
/// which is 0 where ρκ is the partial correlation of earlier mediator and outcome. The cause is taken
/// as free of such an influence. Same reasoning for one error shared within a cross-section: Imai,
/// Keele & Tingley (2010), Psychol Methods 15:309.
public struct MediationSensitivity: Hashable, Sendable {
  /// The correlation of errors at which b, and with it the indirect effect, is 0; `nil` where none
  /// can bring it there.
  public let nullingCorrelation: Double?
  /// The correlation nearest 0 at which the 95 % interval of the indirect effect holds 0: 0 where it
  /// does so already, `nil` where none can bring it there.
  public private(set) var intervalCorrelation: Double?
  /// κ: how much of the earlier mediator's unexplained part is error of its own equation.
  public let errorShare: Double
  /// s / s̃, in the units of b.
  public let scale: Double

  /// How far an influence of a given strength moves the estimate of b.
  ///
  /// - Parameter correlation: ρ, within -1 and 1.
  /// - Returns: what is to be taken from b; an infinity where ρκ reaches 1.
  public func shift(at correlation: Double) -> Double {
    let share = correlation * errorShare
    guard abs(share) < 1 else { return correlation > 0 ? .infinity : -.infinity }
    return scale * share / (1 - share * share).squareRoot()
  }
}

extension MediationSensitivity {
  init(
    _ draws: MediationDraws, _ posterior: MediationPosterior, _ design: MediationDesign
  ) {
    let place = posterior.outcome.place(MediationDesign.mediator) ?? 0
    var unit = [Double](repeating: 0, count: posterior.outcome.chosen.count)
    unit[place] = 1
    // 1 / Σ M̃², with M̃ and all else in standard deviations.
    let inverse = posterior.outcome.factor.solve(unit)[place]
    let units = design.outcomeDeviation / design.columns[MediationDesign.mediator].deviation
    let lagged = design.mediatorDeviation / design.columns[MediationDesign.mediator].deviation
    let share = min((posterior.residuals[0, 0] * inverse).squareRoot() * lagged, 1)
    let scale = (posterior.residuals[1, 1] * inverse).squareRoot() * units
    let estimate = posterior.outcome.coefficients[place] * units
    let partial = estimate / (estimate * estimate + scale * scale).squareRoot()
    let nulling = partial / share
    errorShare = share
    self.scale = scale
    nullingCorrelation = abs(nulling) < 1 ? nulling : nil
    intervalCorrelation = nil
    intervalCorrelation = Self.reach(of: self, draws, towards: estimate < 0 ? -1 : 1)
  }

  /// The correlation nearest 0 that brings 0 into the interval, by bisection.
  private static func reach(
    of sensitivity: MediationSensitivity, _ draws: MediationDraws, towards sign: Double
  ) -> Double? {
    func isShown(_ correlation: Double) -> Bool {
      let shift = sensitivity.shift(at: sign * correlation)
      guard shift.isFinite else { return false }
      let moved = zip(draws.causeToMediator, draws.mediatorToOutcome).map { $0 * ($1 - shift) }
      return Mediation.Estimate(moved).isShown
    }
    guard isShown(0) else { return 0 }
    var (low, high) = (0.0, min(abs(sensitivity.nullingCorrelation ?? 0.999), 0.999))
    guard !isShown(high) else { return nil }
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if isShown(middle) { low = middle } else { high = middle }
    }
    return sign * high
  }
}
