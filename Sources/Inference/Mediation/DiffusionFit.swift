private import Foundation
internal import Statistics

/// The mode of a stable diffusion's parameters and the normal law about it.
struct DiffusionFit {
  let mode: StableDrift
  /// The variances of the noise, in variances of the data.
  let modeNoise: [Double]
  let logLikelihood: Double
  let isConverged: Bool
  private let point: [Double]
  private let factor: Cholesky

  init(_ design: DiffusionDesign, _ options: ContinuousMediation.Options) throws(InferenceError) {
    let objective = DiffusionObjective(design: design, hasNoise: options.hasNoise)
    guard let start = objective.start else {
      throw .unusable("cause, mediator and outcome are too alike to be told apart")
    }
    do { _ = try objective.likelihood(at: start) } catch {
      if case .collinear(let column) = error, column >= 3 {
        throw .collinear(name: "trend or practice")
      }
      throw .unusable("the readings do not settle levels and trends: \(error)")
    }
    let minimum = QuasiNewton(tolerance: 1e-6, evaluationLimit: options.evaluationLimit)
      .minimum(of: objective.value, from: start)
    let hessian = numericalHessian(of: objective.value, at: minimum.point)
    guard let mode = StableDrift(minimum.point[..<StableDrift.parameterCount]),
      let likelihood = try? objective.likelihood(at: minimum.point),
      let factor = Cholesky(hessian)
    else {
      throw .unusable(
        "the readings do not settle how the variables pull on each other; wait for more of them")
    }
    self.mode = mode
    self.factor = factor
    point = minimum.point
    modeNoise = objective.noise(minimum.point)
    logLikelihood = likelihood
    isConverged = minimum.outcome == .converged
  }

  /// A diffusion drawn from the normal law about the mode.
  func draw(using stream: inout RandomStream) -> StableDrift? {
    var shift = point.map { _ in stream.normal() }
    // L' x = z has the covariance (L L')⁻¹.
    for i in shift.indices.reversed() {
      for k in i + 1..<shift.count { shift[i] -= factor.lower[k, i] * shift[k] }
      shift[i] /= factor.lower[i, i]
    }
    let moved = zip(point, shift).map { $0 + $1 }
    return StableDrift(moved[..<StableDrift.parameterCount])
  }
}

/// The negative log-posterior of a diffusion's parameters.
struct DiffusionObjective {
  let design: DiffusionDesign
  let hasNoise: Bool

  /// The usual noise is a sixth of the variance; the prior spans a factor of 20 either way.
  private static let noiseMean = log(0.4)
  private static let noiseDeviation = 0.75
  /// Half the deviation is lost over 1.4 median gaps at first.
  private static let firstRate = 0.5
  private static let deviation = 1.5

  /// Where the search begins, and the centre of the priors.
  var start: [Double]? {
    StableDrift.parameters(
      stationary: design.correlation, rate: DiffusionObjective.firstRate
    ).map { $0 + (hasNoise ? [Double](repeating: DiffusionObjective.noiseMean, count: 3) : []) }
  }

  /// The variance of the noise of each variable.
  func noise(_ point: [Double]) -> [Double] {
    hasNoise ? point[StableDrift.parameterCount...].map { exp(2 * $0) } : [0, 0, 0]
  }

  /// The log-likelihood at a point.
  func likelihood(at point: [Double]) throws(StateSpaceError) -> Double {
    guard let diffusion = StableDrift(point[..<StableDrift.parameterCount]) else {
      throw .value("the diffusion is degenerate")
    }
    let model = try StateSpaceModel(
      initialCovariance: diffusion.stationary.elements,
      transitions: diffusion.steps(
        over: design.gaps, of: 1 / Double(DiffusionDesign.resolution)),
      rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], variances: noise(point),
      coefficientVariances: [Double](repeating: .infinity, count: design.regressorCount))
    return try model.likelihood(of: design.observations).logLikelihood
  }

  /// What the search makes small.
  func value(_ point: [Double]) -> Double {
    guard let start, let likelihood = try? likelihood(at: point) else { return .infinity }
    var penalty = 0.0
    for (index, pair) in zip(point, start).enumerated() {
      let scale =
        index < StableDrift.parameterCount
        ? DiffusionObjective.deviation : DiffusionObjective.noiseDeviation
      let distance = (pair.0 - pair.1) / scale
      penalty += 0.5 * distance * distance
    }
    return penalty - likelihood
  }
}
