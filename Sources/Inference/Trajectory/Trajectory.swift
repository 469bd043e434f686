public import Statistics

/// A level that drifts, seen through noisy readings: what it was, what it is, what it may become.
///
/// ## Topics
/// ### Fitting
/// - ``maximumLikelihood(of:model:)``
/// - ``posterior(of:model:priorScale:)``
/// ### Reading the result
/// - ``path``
/// - ``errors``
/// - ``coefficients``
/// - ``logLikelihood``
/// - ``comparison(with:at:)``
/// - ``draws(_:using:)``
public struct Trajectory: Sendable {
  /// One set of hyperparameters and how much it counts.
  public struct Node: Hashable, Sendable {
    /// Its share of the posterior; 1 under maximum likelihood.
    public let weight: Double
    /// The hyperparameters.
    public let hyperparameters: Hyperparameters
  }

  /// A regression coefficient.
  public struct Coefficient: Hashable, Sendable {
    /// The regressor's name.
    public let name: String
    /// The estimate.
    public let estimate: Double
    /// Its standard error: at the hyperparameters of highest likelihood, or over the whole posterior.
    public let standardError: Double
  }

  /// The trajectory at one time.
  public struct Step: Sendable {
    /// When, in days.
    public let time: Double
    /// The slow level, with regressors at 0 and no weekday.
    public let level: NormalMixture
    /// Level, affect, weekday and regressors together: what a reading without noise would show.
    /// `nil` where regressors are not known. Computed at each call.
    public var signal: NormalMixture? { source.signal(at: instant, regressors: regressors) }
    /// A reading there, noise included; `nil` where regressors are not known. Computed at each call.
    public var reading: NormalMixture? { signal.map(source.noisy) }

    /// The place of the time in the path.
    let instant: Int
    /// The regressors, `nil` where they are not known.
    let regressors: [Double]?
    let source: SignalSource
  }

  /// How a reading stands to all the others.
  public struct ReadingError: Hashable, Sendable {
    /// When, in days.
    public let time: Double
    /// What was read.
    public let value: Double
    /// What the other readings made likely.
    public let expected: Double
    /// The standard deviation of a reading around it.
    public let standardDeviation: Double
    /// The standardised auxiliary residual of the noise: beyond ±3 an outlier.
    public let auxiliaryResidual: Double
  }

  /// The readings.
  public let series: TrajectorySeries
  /// The parts.
  public let model: TrajectoryModel
  /// The hyperparameters with their shares, those at the mode first.
  public let nodes: [Node]
  /// The exact diffuse log-likelihood at the first node, in the convention of KFAS.
  public let logLikelihood: Double
  /// How many likelihoods were computed.
  public let evaluations: Int
  /// Whether the search for the hyperparameters ended because nothing better was near, and not
  /// because it ran out of evaluations.
  public let isConverged: Bool
  /// The regression coefficients.
  public let coefficients: [Coefficient]
  /// The trajectory at every time of the series.
  public let path: [Step]
  /// The readings against each other, at the first node.
  public let errors: [ReadingError]

  /// What readings are divided by inside, and what priors speak in units of.
  let scale: Double
  /// Where the posterior of the hyperparameters lies; `nil` under maximum likelihood.
  let frame: PosteriorFrame?

  /// The smoothed states of every node.
  let smoothed: [NodeSmoother.Result]

  /// The hyperparameters of highest likelihood or posterior.
  public var hyperparameters: Hyperparameters { nodes[0].hyperparameters }

  init(
    design: TrajectoryDesign, nodes: [Node], evaluations: Int, isConverged: Bool,
    frame: PosteriorFrame? = nil
  ) throws(InferenceError) {
    let smoother = NodeSmoother(design: design)
    var smoothings: [NodeSmoother.Result] = []
    for node in nodes { smoothings.append(try smoother.run(node)) }
    let first = smoothings[0].smoothing
    series = design.series
    model = design.model
    scale = design.scale
    self.frame = frame
    self.nodes = nodes
    self.evaluations = evaluations
    self.isConverged = isConverged
    logLikelihood = smoother.logLikelihood(first)
    coefficients = smoother.coefficients(smoothings)
    path = smoother.path(smoothings)
    errors = smoother.errors(first)
    smoothed = smoothings
  }
}
