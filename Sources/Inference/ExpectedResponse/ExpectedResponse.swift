public import Statistics

/// The course that scores take in a clinic's treatments, and what it makes one expect of a new
/// person.
///
/// A mixed model of all visits, those at intake among them, with a random intercept and slope in
/// time. For a person with scores y_o so far, at times with rows X_o and Z_o:
///
///     E_t = x_t β + z_t'Σ Z_o' W⁻¹ (y_o - X_o β)
///     V_t = z_t'Σ z_t + σ² - z_t'Σ Z_o' W⁻¹ Z_o Σ z_t,   W = Z_o Σ Z_o' + σ²I
///
/// With the score at intake alone this is the expected treatment response of Finch, Lambert and
/// Schaalje (2001), Clinical Psychology & Psychotherapy 8:231-242, in its mixed-model form. The
/// severity at intake acts through this conditioning; further covariates shift level and slope.
/// β, Σ and σ² are taken as known, which needs a clinic of some size.
public struct ExpectedResponse: Hashable, Sendable {
  /// The fitted model; effects are level and slope.
  public let model: LinearMixedModel
  /// How time enters.
  public let timeScale: TimeScale
  /// Whether a high score is good or bad.
  public let direction: ScoreDirection
  /// The number of covariates of a person.
  public let covariateCount: Int

  /// The share of people beyond the edge while the model holds.
  public static let alertShare = 0.1

  /// The fewest people that a clinic's model is made of.
  public static let fewestPeople = 30

  /// A score with the time it was given at.
  public struct Score: Hashable, Sendable {
    /// Weeks or sessions since intake.
    public let week: Double
    /// The score.
    public let value: Double

    /// Describes a score.
    ///
    /// - Parameters:
    ///   - week: weeks or sessions since intake.
    ///   - value: the score.
    public init(week: Double, value: Double) {
      self.week = week
      self.value = value
    }
  }

  /// Learns from a clinic's visits.
  ///
  /// - Parameters:
  ///   - visits: all visits of at least ``fewestPeople`` people, those at intake among them.
  ///   - covariateNames: the names of the visits' covariates.
  ///   - timeScale: how time enters.
  ///   - direction: whether a high score is good or bad.
  /// - Throws: ``InferenceError`` when there are too few people or the model cannot be fitted.
  public init(
    _ visits: [TreatmentVisit], covariateNames: [String] = [], timeScale: TimeScale = .log,
    direction: ScoreDirection = .lowerIsBetter
  ) throws(InferenceError) {
    let people = Set(visits.map(\.person)).count
    guard people >= ExpectedResponse.fewestPeople else {
      throw .tooFew(
        observed: people, needed: ExpectedResponse.fewestPeople,
        what: "people whose courses say what to expect")
    }
    guard visits.allSatisfy({ $0.covariates.count == covariateNames.count }) else {
      throw .unusable("each visit needs a value for each of the covariates")
    }
    guard visits.allSatisfy({ $0.week >= 0 && $0.week.isFinite }) else {
      throw .unusable("weeks count from intake, from 0 on")
    }
    let time = ModelColumn("time", visits.map { timeScale($0.week) })
    let covariates = covariateNames.enumerated().map { index, name in
      ModelColumn(name, visits.map { $0.covariates[index] })
    }
    let intercept = ModelColumn.intercept(rows: visits.count)
    let data = try MixedModelData(
      person: visits.map(\.person), outcome: visits.map(\.score),
      fixed: [intercept, time] + covariates + covariates.map(time.times),
      random: [[intercept, time]])
    model = try LinearMixedModel(data)
    self.timeScale = timeScale
    self.direction = direction
    covariateCount = covariateNames.count
  }

  /// The law of a person's score at a time, given the scores so far.
  ///
  /// - Parameters:
  ///   - week: weeks or sessions since intake.
  ///   - scores: the scores to go by: that at intake, or all so far; with none, the law of everybody
  ///     with these covariates.
  ///   - covariates: what was known at intake.
  /// - Returns: E_t and √V_t.
  /// - Throws: ``InferenceError`` when a number cannot be used.
  public func score(
    at week: Double, given scores: [Score], covariates: [Double] = []
  ) throws(InferenceError) -> Normal {
    let numbers = [week] + scores.flatMap { [$0.week, $0.value] } + covariates
    guard covariates.count == covariateCount,
      numbers.allSatisfy({ $0.isFinite && abs($0) < 1e100 }),
      week >= 0, scores.allSatisfy({ $0.week >= 0 })
    else {
      throw .unusable("a week, score or covariate of the new person cannot be used")
    }
    let spread = model.blocks[0].covariance
    let target = [1, timeScale(week)]
    let pull = spread * target
    let prior = zip(target, pull).reduce(model.residualVariance) { $0 + $1.0 * $1.1 }
    let centre = mean(at: week, covariates)
    guard !scores.isEmpty else {
      return Normal(mean: centre, standardDeviation: prior.squareRoot())
    }
    let design = Matrix(scores.map { [1, timeScale($0.week)] })
    let noise = Matrix(diagonal: scores.map { _ in model.residualVariance })
    guard let root = Cholesky(design * spread * design.transpose + noise) else {
      throw .unusable("the scores so far cannot be told apart by the model")
    }
    let shared = design * pull
    let rest = scores.map { $0.value - mean(at: $0.week, covariates) }
    let gain = root.solve(shared)
    let variance = prior - zip(gain, shared).reduce(0) { $0 + $1.0 * $1.1 }
    return Normal(
      mean: centre + zip(gain, rest).reduce(0) { $0 + $1.0 * $1.1 },
      standardDeviation: max(variance, 0).squareRoot())
  }

  /// x β.
  private func mean(at week: Double, _ covariates: [Double]) -> Double {
    let time = timeScale(week)
    let row = [1, time] + covariates + covariates.map { $0 * time }
    return zip(row, model.fixedEffects).reduce(0) { $0 + $1.0 * $1.1.estimate }
  }

  /// The score beyond which a person is not on track: E ± 1.2816 √V, on the bad side.
  ///
  /// - Parameter law: what ``score(at:given:covariates:)`` gave.
  /// - Returns: the edge, beyond which one in ten lies.
  public func edge(of law: Normal) -> Double {
    switch direction {
    case .lowerIsBetter: law.quantile(1 - ExpectedResponse.alertShare)
    case .higherIsBetter: law.quantile(ExpectedResponse.alertShare)
    }
  }

  /// Whether a score lies beyond the edge on the bad side.
  ///
  /// - Parameters:
  ///   - score: what was observed.
  ///   - law: what was expected.
  /// - Returns: true for a score that is not on track.
  public func isOffTrack(_ score: Double, expected law: Normal) -> Bool {
    direction == .lowerIsBetter ? score > edge(of: law) : score < edge(of: law)
  }
}
