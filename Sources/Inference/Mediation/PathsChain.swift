internal import Statistics

/// A Markov chain over the paths of all people and their law.
struct PathsChain {
  /// μ and T_ab of one step.
  struct Draw {
    let first: Double
    let second: Double
    let covariance: Double
  }

  /// What is known of one person: the precision of the estimates and the estimates times it.
  private struct Evidence {
    let precision: Symmetric2
    let weighted: (first: Double, second: Double)
  }

  /// Standard deviations of the estimates between people, in which the chain counts.
  private let scale: (first: Double, second: Double)
  private let evidence: [Evidence]
  private var paths: [(first: Double, second: Double)]
  private var mean = (first: 0.0, second: 0.0)
  private var spread = Symmetric2(0.5, 0, 0.5)
  /// Twice the spread of the estimates, which holds errors too, is beyond any spread of people.
  private static let priorScale = 2.0
  private static let priorDegrees = 2.0

  /// Begins a chain; nothing where the numbers are too extreme.
  init?(_ people: [PersonPaths]) {
    func deviation(_ values: [Double], _ variances: [Double]) -> Double {
      let total = variances.reduce(0, +) / Double(variances.count)
      return max(SeriesSummary(values).standardDeviation, total.squareRoot())
    }
    let first = deviation(people.map(\.causeToMediator), people.map(\.causeVariance))
    let second = deviation(people.map(\.mediatorToOutcome), people.map(\.outcomeVariance))
    guard first > 0, second > 0, first.isFinite, second.isFinite else { return nil }
    paths = people.map { ($0.causeToMediator / first, $0.mediatorToOutcome / second) }
    var evidence: [Evidence] = []
    for (person, path) in zip(people, paths) {
      let errors = Symmetric2(
        person.causeVariance / first / first, person.covariance / first / second,
        person.outcomeVariance / second / second)
      guard let precision = errors.inverse else { return nil }
      evidence.append(Evidence(precision: precision, weighted: precision * path))
    }
    self.evidence = evidence
    scale = (first, second)
    mean = PathsChain.mean(of: paths)
  }

  /// One step; nothing where rounding leaves no covariance.
  mutating func next(using stream: inout RandomStream) -> Draw? {
    guard let precision = spread.inverse, drawPaths(precision, &stream), drawMean(&stream),
      drawSpread(precision, &stream)
    else { return nil }
    let draw = Draw(
      first: mean.first * scale.first, second: mean.second * scale.second,
      covariance: spread.shared * scale.first * scale.second)
    return draw.covariance.isFinite && draw.first.isFinite && draw.second.isFinite ? draw : nil
  }

  private static func mean(
    of paths: [(first: Double, second: Double)]
  ) -> (first: Double, second: Double) {
    let sum = paths.reduce((0.0, 0.0)) { ($0.0 + $1.first, $0.1 + $1.second) }
    return (sum.0 / Double(paths.count), sum.1 / Double(paths.count))
  }

  /// Each person's paths, between what was estimated and what is usual.
  private mutating func drawPaths(_ precision: Symmetric2, _ stream: inout RandomStream) -> Bool {
    let pull = precision * mean
    for (index, own) in evidence.enumerated() {
      guard let covariance = (own.precision + precision).inverse, let root = covariance.root else {
        return false
      }
      let centre =
        covariance * (own.weighted.first + pull.first, own.weighted.second + pull.second)
      let noise = root.applied(to: stream.normal(), stream.normal())
      paths[index] = (centre.first + noise.first, centre.second + noise.second)
    }
    return true
  }

  private mutating func drawMean(_ stream: inout RandomStream) -> Bool {
    guard let root = spread.root else { return false }
    let centre = PathsChain.mean(of: paths)
    let noise = root.applied(to: stream.normal(), stream.normal())
    let share = 1 / Double(paths.count).squareRoot()
    mean = (centre.first + share * noise.first, centre.second + share * noise.second)
    return true
  }

  private mutating func drawSpread(_ precision: Symmetric2, _ stream: inout RandomStream) -> Bool {
    let degrees = PathsChain.priorDegrees
    let floor = 1 / (PathsChain.priorScale * PathsChain.priorScale)
    func mixing(_ entry: Double, _ stream: inout RandomStream) -> Double {
      // Gamma of shape 2: two waiting times.
      let rate = degrees * entry + floor
      return stream.exponential(rate: rate) + stream.exponential(rate: rate)
    }
    var scatter = Symmetric2(
      2 * degrees * mixing(precision.first, &stream), 0,
      2 * degrees * mixing(precision.second, &stream))
    for path in paths {
      let offset = (path.first - mean.first, path.second - mean.second)
      scatter =
        scatter + Symmetric2(offset.0 * offset.0, offset.0 * offset.1, offset.1 * offset.1)
    }
    guard let factor = Cholesky(scatter.matrix),
      let drawn = stream.inverseWishart(degreesOfFreedom: paths.count + 3, scale: factor)
    else { return false }
    spread = Symmetric2(drawn[0, 0], drawn[0, 1], drawn[1, 1])
    return true
  }
}

/// A symmetric matrix of two rows.
private struct Symmetric2 {
  let first: Double
  let shared: Double
  let second: Double

  init(_ first: Double, _ shared: Double, _ second: Double) {
    self.first = first
    self.shared = shared
    self.second = second
  }

  var matrix: Matrix { Matrix([[first, shared], [shared, second]]) }

  /// The inverse of a positive definite matrix.
  var inverse: Symmetric2? {
    let determinant = first * second - shared * shared
    guard first > 0, determinant > 0, determinant.isFinite else { return nil }
    return Symmetric2(second / determinant, -shared / determinant, first / determinant)
  }

  /// The lower triangular factor of a positive definite matrix.
  var root: LowerTriangle2? {
    guard first > 0 else { return nil }
    let corner = first.squareRoot()
    let rest = second - shared * shared / first
    guard rest > 0 else { return nil }
    return LowerTriangle2(first: corner, below: shared / corner, second: rest.squareRoot())
  }

  static func + (left: Symmetric2, right: Symmetric2) -> Symmetric2 {
    Symmetric2(left.first + right.first, left.shared + right.shared, left.second + right.second)
  }

  static func * (
    left: Symmetric2, right: (first: Double, second: Double)
  ) -> (first: Double, second: Double) {
    (
      left.first * right.first + left.shared * right.second,
      left.shared * right.first + left.second * right.second
    )
  }
}

/// A lower triangular matrix of two rows.
private struct LowerTriangle2 {
  let first: Double
  let below: Double
  let second: Double

  func applied(to x: Double, _ y: Double) -> (first: Double, second: Double) {
    (first * x, below * x + second * y)
  }
}
