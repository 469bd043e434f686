internal import Statistics

extension Mediation {
  /// Fits both equations to one person's days.
  ///
  /// Complexity: O(days × regressors²) and O(draws × (regressors² + days)).
  ///
  /// - Parameters:
  ///   - series: the days.
  ///   - options: what the model holds.
  /// - Throws: ``InferenceError`` when an option is outside its range, too few pairs of days are
  ///   complete, a variable does not vary or lies at the edge of its scale, or regressors cannot be
  ///   told apart.
  public init(
    _ series: MediationSeries, options: Options = Options()
  ) throws(InferenceError) {
    guard (1...28).contains(options.lag) else { throw .option("the lag is 1 to 28 days") }
    guard (500...100_000).contains(options.draws) else {
      throw .option("draw 500 to 100,000 times")
    }
    let design = try MediationDesign(series, options)
    let posterior = try MediationPosterior(design)
    var stream = RandomStream(seed: options.seed)
    var draws: [MediationPosterior.Draw] = []
    draws.reserveCapacity(options.draws)
    for _ in 0..<options.draws {
      if let draw = posterior.draw(using: &stream) { draws.append(draw) }
    }
    guard draws.count == options.draws else {
      throw .unusable("the draws cannot be computed; check the columns for extreme values")
    }
    self.init(
      MediationDraws(draws, design), design, posterior, lag: options.lag,
      hasReverse: options.hasReverse, hasPractice: series.hasAttempts)
  }

  private init(
    _ draws: MediationDraws, _ design: MediationDesign, _ posterior: MediationPosterior, lag: Int,
    hasReverse: Bool, hasPractice: Bool
  ) {
    let settled = draws.settled
    let shownReverse = hasReverse ? Estimate(draws.outcomeToMediator) : nil
    self.lag = lag
    count = design.count
    possibleCount = design.possibleCount
    mediatorRegressors = posterior.mediator.chosen.map { design.columns[$0].name }
    outcomeRegressors = posterior.outcome.chosen.map { design.columns[$0].name }
    paths = Paths(
      causeToMediator: Estimate(draws.causeToMediator),
      mediatorToOutcome: Estimate(draws.mediatorToOutcome), direct: Estimate(draws.direct),
      mediatorPersistence: Estimate(draws.mediatorPersistence),
      outcomePersistence: Estimate(draws.outcomePersistence), outcomeToMediator: shownReverse,
      practice: hasPractice ? Estimate(draws.practice) : nil)
    indirect = Estimate(draws.indirect)
    standardisedIndirect = Estimate(draws.indirect.map { $0 * draws.standardisation })
    explosiveShare = 1 - Double(settled.count) / Double(max(draws.count, 1))
    longRunIndirect =
      explosiveShare <= Mediation.mostExplosive && !settled.isEmpty
      ? Estimate(settled.map { draws.longRunIndirect($0) }) : nil
    reverse = shownReverse.map { path in
      Reverse(
        path: path,
        indirect: Estimate(zip(draws.direct, draws.outcomeToMediator).map { $0 * $1 }))
    }
    errorCorrelation =
      posterior.residuals[0, 1]
      / (posterior.residuals[0, 0] * posterior.residuals[1, 1]).squareRoot()
    sensitivity = MediationSensitivity(draws, posterior, design)
    detectablePath = (7.85 / Double(design.count)).squareRoot()
    personPaths = PersonPaths(draws)
  }
}

/// Draws of the paths in the units of the data.
struct MediationDraws {
  let causeToMediator: [Double]
  let mediatorToOutcome: [Double]
  let direct: [Double]
  let mediatorPersistence: [Double]
  let outcomePersistence: [Double]
  let outcomeToMediator: [Double]
  let practice: [Double]
  /// What turns a b into standard deviations of the outcome per standard deviation of the cause.
  let standardisation: Double

  var count: Int { causeToMediator.count }

  init(_ draws: [MediationPosterior.Draw], _ design: MediationDesign) {
    func scaled(
      _ deviation: Double, _ column: Int, _ coefficients: (MediationPosterior.Draw) -> [Double]
    ) -> [Double] {
      let scale = deviation / design.columns[column].deviation
      return draws.map { coefficients($0)[column] * scale }
    }
    func mediator(_ column: Int) -> [Double] {
      scaled(design.mediatorDeviation, column, \.mediator)
    }
    func outcome(_ column: Int) -> [Double] { scaled(design.outcomeDeviation, column, \.outcome) }
    causeToMediator = mediator(MediationDesign.cause)
    mediatorPersistence = mediator(MediationDesign.mediator)
    outcomeToMediator = mediator(MediationDesign.outcome)
    direct = outcome(MediationDesign.cause)
    mediatorToOutcome = outcome(MediationDesign.mediator)
    outcomePersistence = outcome(MediationDesign.outcome)
    practice = mediator(design.columns.count - 1)
    standardisation =
      design.columns[MediationDesign.cause].deviation / design.outcomeDeviation
  }

  /// a b.
  var indirect: [Double] { zip(causeToMediator, mediatorToOutcome).map { $0 * $1 } }

  /// The draws whose mediator and outcome come to rest: both eigenvalues of [[φ_M, d], [b, φ_Y]] lie
  /// within the unit circle (Jury's conditions), and so do φ_M and φ_Y themselves.
  var settled: [Int] {
    (0..<count).filter { index in
      let (first, second) = (mediatorPersistence[index], outcomePersistence[index])
      let determinant = first * second - outcomeToMediator[index] * mediatorToOutcome[index]
      return abs(determinant) < 1 && abs(first + second) < 1 + determinant && abs(first) < 1
        && abs(second) < 1
    }
  }

  /// a b / ((1 - φ_M)(1 - φ_Y)) of one draw.
  func longRunIndirect(_ index: Int) -> Double {
    causeToMediator[index] * mediatorToOutcome[index]
      / ((1 - mediatorPersistence[index]) * (1 - outcomePersistence[index]))
  }
}
