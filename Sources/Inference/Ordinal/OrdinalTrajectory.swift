public import Statistics

/// A severity that drifts, seen through ordered answers: what it was, what it is, what answers and
/// totals it makes likely.
///
/// Fitted by expectation propagation (Minka 2001, UAI 17:362) with the state-space smoother; the
/// uncertainty of the drift is integrated over a grid. Items are fixed data.
///
/// ## Topics
/// ### Fitting
/// - ``posterior(of:model:)``
/// - ``given(_:of:model:)``
/// ### Reading the result
/// - ``path``
/// - ``nodes``
/// - ``isConverged``
/// - ``answerProbabilities(at:)``
/// - ``total(at:)``
/// - ``expectedTotal(at:)``
/// - ``comparison(with:at:)``
/// - ``leaveOneOut()``
public struct OrdinalTrajectory: Sendable {
  /// One set of hyperparameters and how much it counts.
  public struct Node: Hashable, Sendable {
    /// Its share of the posterior.
    public let weight: Double
    /// The hyperparameters; the variance of a reading is 1 on the probit scale.
    public let hyperparameters: Hyperparameters
    /// The logarithm of the probability of all answers, as propagation approximates it.
    public let logEvidence: Double
    /// How many sweeps were made.
    public let sweeps: Int
    /// Whether severity stood still when the sweeps ended.
    public let isConverged: Bool
  }

  /// Severity at one time.
  public struct Step: Sendable {
    /// When, in days.
    public let time: Double
    /// The slow level, by propagation.
    public let level: NormalMixture
    /// Level and affect together, which a form at that time looks at.
    public let severity: SeverityLaw
  }

  /// The forms.
  public let series: OrdinalSeries
  /// The parts.
  public let model: OrdinalModel
  /// The hyperparameters with their shares, those of highest posterior first.
  public let nodes: [Node]
  /// How many propagations were run.
  public let evaluations: Int
  /// Severity at every time of the series.
  public let path: [Step]

  /// Whether every node's sweeps ended because severity stood still.
  public var isConverged: Bool { nodes.allSatisfy(\.isConverged) }

  /// What propagation found at each node.
  let results: [OrdinalPropagation.Result]

  /// Fits with the uncertainty of the hyperparameters carried into every interval.
  ///
  /// A single form suffices, since items and start are known; what it says then rests on the prior
  /// of the drift. Complexity: O(answers) per sweep; 7 to 19 points of 2 to 6 sweeps without an
  /// affect, about 150 points with one.
  ///
  /// - Parameters:
  ///   - series: the forms.
  ///   - model: the parts.
  /// - Returns: the severity over time.
  /// - Throws: ``InferenceError`` when an option is outside its range or arithmetic fails.
  public static func posterior(
    of series: OrdinalSeries, model: OrdinalModel = OrdinalModel()
  ) throws(InferenceError) -> OrdinalTrajectory {
    let design = try OrdinalDesign(series, model: model)
    let grid = try OrdinalGrid(design)
    return OrdinalTrajectory(design: design, nodes: grid.nodes, evaluations: grid.evaluations)
  }

  /// Fits at hyperparameters that are taken as known.
  ///
  /// - Parameters:
  ///   - hyperparameters: the level's variance per day, and the affect's variance and time constant
  ///     when the model has one; its other members are not looked at.
  ///   - series: the forms.
  ///   - model: the parts.
  /// - Returns: the severity over time.
  /// - Throws: ``InferenceError`` when an option is outside its range or arithmetic fails.
  public static func given(
    _ hyperparameters: Hyperparameters, of series: OrdinalSeries,
    model: OrdinalModel = OrdinalModel()
  ) throws(InferenceError) -> OrdinalTrajectory {
    let values = [
      hyperparameters.levelVariance, hyperparameters.affectVariance,
      hyperparameters.affectTimeConstant,
    ]
    guard values.allSatisfy({ $0 >= 0 && $0 < 1e6 }), hyperparameters.affectTimeConstant > 0 else {
      throw .option("variances are 0 or more and the time constant is positive, all below 10^6")
    }
    let design = try OrdinalDesign(series, model: model)
    var propagation = OrdinalPropagation(design: design)
    propagation.tolerance = 1e-9
    let result = try propagation.run(hyperparameters)
    return OrdinalTrajectory(design: design, nodes: [(1, result)], evaluations: 1)
  }

  init(
    design: OrdinalDesign, nodes: [(weight: Double, result: OrdinalPropagation.Result)],
    evaluations: Int
  ) {
    series = design.series
    model = design.model
    self.evaluations = evaluations
    results = nodes.map(\.result)
    self.nodes = nodes.map { weight, result in
      Node(
        weight: weight, hyperparameters: result.hyperparameters,
        logEvidence: result.logEvidence, sweeps: result.sweeps, isConverged: result.isConverged)
    }
    path = OrdinalTrajectory.path(design, nodes)
  }

  private static func path(
    _ design: OrdinalDesign, _ nodes: [(weight: Double, result: OrdinalPropagation.Result)]
  ) -> [Step] {
    let forms = Dictionary(zip(design.instants, design.instants.indices)) { $1 }
    return design.series.times.enumerated().map { instant, time in
      func mixture(_ states: [Double]) -> NormalMixture {
        NormalMixture(
          nodes.map {
            .init(
              weight: $0.weight, law: design.law(of: states, at: instant, in: $0.result.smoothing))
          })
      }
      let level = mixture([1])
      let severity = design.hasAffect ? mixture(design.severityStates) : level
      guard let form = forms[instant] else {
        return Step(time: time, level: level, severity: SeverityLaw(severity))
      }
      let cavities = nodes.map { (weight: $0.weight, law: $0.result.cavities[form]) }
      return Step(
        time: time, level: level,
        severity: SeverityLaw(severity, cavities: cavities, answers: design.factors[form]))
    }
  }

  /// Finds a time of the path.
  func instant(of time: Double) throws(InferenceError) -> Int {
    guard let instant = series.times.firstIndex(of: time) else {
      throw .option("time \(time) is not on the path; name it when the series is made")
    }
    return instant
  }
}
