/// The search for a minimum by the BFGS method, with given gradients or numerical ones.
///
/// Infinite values and what is not a number are walls that a step is shortened to avoid, so limits
/// of the parameters may be set by returning infinity. Source: Nocedal & Wright (2006), Numerical
/// optimization, 2nd edition, algorithms 3.1 and 6.1.
public struct QuasiNewton: Hashable, Sendable {
  /// How gradients are taken.
  public enum Differences: Hashable, Sendable {
    /// From both sides: two evaluations a coordinate, about ten digits.
    case central
    /// From one side: one evaluation a coordinate, about five digits, enough for a loose tolerance.
    case forward
  }

  /// The size of the gradient, relative to the value and the point, at which the search ends.
  public let tolerance: Double
  /// The greatest number of evaluations.
  public let evaluationLimit: Int
  /// How gradients are taken.
  public let differences: Differences

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - tolerance: the relative size of the gradient at which the search ends.
  ///   - evaluationLimit: the greatest number of evaluations, passed by at most one gradient.
  ///   - differences: how gradients are taken.
  public init(
    tolerance: Double = 1e-7, evaluationLimit: Int = 5_000, differences: Differences = .central
  ) {
    self.differences = differences
    self.tolerance = max(tolerance, 1e-12)
    self.evaluationLimit = max(evaluationLimit, 1)
  }

  /// Searches from a point.
  ///
  /// - Parameters:
  ///   - objective: the function; what is not a number counts as infinity.
  ///   - start: the first point, where the objective should be finite.
  /// - Returns: the best point found.
  public func minimum(of objective: ([Double]) -> Double, from start: [Double]) -> Minimum {
    search(
      from: start,
      place: { Place(point: $0, value: $1.value(of: objective, at: $0)) },
      slope: { gradient(of: objective, at: $0, &$1) })
  }

  /// Searches from a point with the gradient given.
  ///
  /// - Parameters:
  ///   - objective: the function and its gradient; what is not a number counts as infinity.
  ///   - start: the first point, where the objective should be finite.
  /// - Returns: the best point found.
  public func minimum(
    ofDifferentiable objective: ([Double]) -> (value: Double, gradient: [Double]),
    from start: [Double]
  ) -> Minimum {
    search(
      from: start,
      place: { point, evaluations in
        var slope: [Double] = []
        let value = evaluations.value(
          of: { point in
            let found = objective(point)
            slope = found.gradient
            return found.value
          }, at: point)
        return Place(point: point, value: value, gradient: slope)
      }, slope: { place, _ in place.gradient })
  }

  private func search(
    from start: [Double], place: ([Double], inout Evaluations) -> Place,
    slope: (Place, inout Evaluations) -> [Double]
  ) -> Minimum {
    var evaluations = Evaluations(limit: evaluationLimit)
    var here = place(start, &evaluations)
    func end(_ outcome: Minimum.Outcome) -> Minimum {
      Minimum(
        point: here.point, value: here.value, evaluations: evaluations.count, outcome: outcome)
    }
    guard here.value.isFinite, !start.isEmpty else { return end(.converged) }
    here.gradient = slope(here, &evaluations)
    var curvature = InverseCurvature(count: start.count)
    while !evaluations.isSpent {
      guard !isFlat(here) else { return end(.converged) }
      let direction = curvature.descent(against: here.gradient)
      guard var next = step(from: here, along: direction, place, &evaluations) else {
        guard !curvature.isFresh else {
          return end(evaluations.isSpent ? .evaluationLimit : .converged)
        }
        curvature = InverseCurvature(count: start.count)
        continue
      }
      guard next.value.isFinite else {
        here = next
        return end(.converged)
      }
      next.gradient = slope(next, &evaluations)
      curvature.learn(from: here, to: next)
      here = next
    }
    return end(isFlat(here) ? .converged : .evaluationLimit)
  }

  /// A point with its value and gradient.
  fileprivate struct Place {
    let point: [Double]
    let value: Double
    var gradient: [Double] = []
  }

  private func isFlat(_ place: Place) -> Bool {
    zip(place.gradient, place.point).allSatisfy {
      abs($0) * max(abs($1), 1) <= tolerance * max(abs(place.value), 1)
    }
  }

  /// Differences, one-sided beside a wall, 0 between two walls.
  private func gradient(
    of objective: ([Double]) -> Double, at place: Place, _ evaluations: inout Evaluations
  ) -> [Double] {
    // Rounding is balanced against the error of the difference.
    let relativeStep = differences == .central ? 6e-6 : 1e-6
    return place.point.indices.map { index in
      let width = relativeStep * max(abs(place.point[index]), 1)
      func value(at offset: Double) -> Double {
        var point = place.point
        point[index] += offset
        return evaluations.value(of: objective, at: point)
      }
      let ahead = value(at: width)
      if differences == .forward, ahead.isFinite { return (ahead - place.value) / width }
      let behind = value(at: -width)
      switch (ahead.isFinite, behind.isFinite) {
      case (true, true): return (ahead - behind) / (2 * width)
      case (true, false): return (ahead - place.value) / width
      case (false, true): return (place.value - behind) / width
      case (false, false): return 0
      }
    }
  }

  /// The first point along a direction that lowers the value enough, by halving and parabolas.
  private func step(
    from place: Place, along direction: [Double],
    _ candidate: ([Double], inout Evaluations) -> Place, _ evaluations: inout Evaluations
  ) -> Place? {
    let slope = zip(place.gradient, direction).reduce(0) { $0 + $1.0 * $1.1 }
    guard slope < 0 else { return nil }
    var length = 1.0
    for _ in 0..<60 where !evaluations.isSpent {
      let point = zip(place.point, direction).map { $0 + length * $1 }
      guard point != place.point else { return nil }
      let found = candidate(point, &evaluations)
      let value = found.value
      if value <= place.value + 1e-4 * length * slope, value < place.value { return found }
      let parabola = -0.5 * slope * length * length / (value - place.value - slope * length)
      length = parabola.isFinite ? min(max(parabola, 0.1 * length), 0.5 * length) : 0.1 * length
    }
    return nil
  }
}

/// The running estimate of the inverse matrix of second derivatives.
private struct InverseCurvature {
  private var matrix: Matrix
  private(set) var isFresh = true

  init(count: Int) { matrix = .identity(count) }

  /// The direction in which to go down; of unit length while nothing is known of the curvature.
  func descent(against gradient: [Double]) -> [Double] {
    let size = gradient.reduce(0) { max($0, abs($1)) }
    guard !isFresh else { return gradient.map { -$0 / max(size, 1) } }
    return (matrix * gradient).map { -$0 }
  }

  mutating func learn(from: QuasiNewton.Place, to: QuasiNewton.Place) {
    let count = from.point.count
    let moved = zip(to.point, from.point).map { $0 - $1 }
    let turned = zip(to.gradient, from.gradient).map { $0 - $1 }
    let product = zip(moved, turned).reduce(0) { $0 + $1.0 * $1.1 }
    let square = turned.reduce(0) { $0 + $1 * $1 }
    guard product > 1e-12 * square, product.isFinite, square.isFinite else { return }
    if isFresh { matrix = Matrix.identity(count) * (product / square) }
    isFresh = false
    let image = matrix * turned
    let inner = zip(turned, image).reduce(0) { $0 + $1.0 * $1.1 }
    for row in 0..<count {
      for column in 0..<count {
        matrix[row, column] +=
          (1 + inner / product) * moved[row] * moved[column] / product
          - (image[row] * moved[column] + moved[row] * image[column]) / product
      }
    }
  }
}
