/// The simplex search for a minimum, which asks nothing of the objective but its values.
///
/// Slow but hard to upset; use it for a few parameters where ``QuasiNewton`` meets kinks. It may
/// stop at a point that is no minimum. Source: Nelder & Mead (1965), Comput J 7:308-313.
public struct NelderMead: Hashable, Sendable {
  /// The first step along each coordinate, relative to its size or to 1 if that is larger.
  public let step: Double
  /// The relative spread of points and values at which the simplex counts as one point.
  public let tolerance: Double
  /// The greatest number of evaluations.
  public let evaluationLimit: Int

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - step: the relative first step, not 0.
  ///   - tolerance: the relative spread at which the search ends.
  ///   - evaluationLimit: the greatest number of evaluations, passed by at most one shrinking.
  public init(step: Double = 0.25, tolerance: Double = 1e-8, evaluationLimit: Int = 5_000) {
    self.step = step == 0 || !step.isFinite ? 0.25 : step
    self.tolerance = max(tolerance, 1e-15)
    self.evaluationLimit = max(evaluationLimit, 1)
  }

  /// Searches from a point.
  ///
  /// - Parameters:
  ///   - objective: the function; what is not a number counts as infinity.
  ///   - start: the first point.
  /// - Returns: the best point found.
  public func minimum(of objective: ([Double]) -> Double, from start: [Double]) -> Minimum {
    var evaluations = Evaluations(limit: evaluationLimit)
    var simplex = [Vertex(start, evaluations.value(of: objective, at: start))]
    for index in start.indices {
      var point = start
      point[index] += step * max(abs(point[index]), 1)
      simplex.append(Vertex(point, evaluations.value(of: objective, at: point)))
    }
    simplex.sort { $0.value < $1.value }
    var outcome = Minimum.Outcome.converged
    while !hasCollapsed(simplex) {
      guard !evaluations.isSpent else {
        outcome = .evaluationLimit
        break
      }
      move(&simplex, objective, &evaluations)
      simplex.sort { $0.value < $1.value }
    }
    return Minimum(
      point: simplex[0].point, value: simplex[0].value, evaluations: evaluations.count,
      outcome: outcome)
  }

  private struct Vertex {
    let point: [Double]
    let value: Double

    init(_ point: [Double], _ value: Double) {
      self.point = point
      self.value = value
    }
  }

  private func hasCollapsed(_ simplex: [Vertex]) -> Bool {
    let best = simplex[0]
    guard best.value > -.infinity else { return true }
    let spread = simplex[simplex.count - 1].value - best.value
    guard spread <= tolerance * max(abs(best.value), 1) || best.value == .infinity else {
      return false
    }
    return simplex.allSatisfy { vertex in
      zip(vertex.point, best.point).allSatisfy { abs($0 - $1) <= tolerance * max(abs($1), 1) }
    }
  }

  /// One step: reflects, expands or contracts the worst vertex, or shrinks the simplex.
  private func move(
    _ simplex: inout [Vertex], _ objective: ([Double]) -> Double, _ evaluations: inout Evaluations
  ) {
    let last = simplex.count - 1
    let worst = simplex[last]
    var centre = [Double](repeating: 0, count: last)
    for vertex in simplex.dropLast() {
      for index in centre.indices { centre[index] += vertex.point[index] / Double(last) }
    }
    func along(_ share: Double) -> Vertex {
      let point = zip(centre, worst.point).map { $0 + share * ($1 - $0) }
      return Vertex(point, evaluations.value(of: objective, at: point))
    }
    let reflected = along(-1)
    if reflected.value < simplex[0].value {
      let expanded = along(-2)
      simplex[last] = expanded.value < reflected.value ? expanded : reflected
      return
    }
    guard !(reflected.value < simplex[max(last - 1, 0)].value) || last == 1 else {
      simplex[last] = reflected
      return
    }
    let contracted = reflected.value < worst.value ? along(-0.5) : along(0.5)
    if contracted.value < min(reflected.value, worst.value) {
      simplex[last] = contracted
      return
    }
    for index in 1...last {
      let point = zip(simplex[index].point, simplex[0].point).map { 0.5 * ($0 + $1) }
      simplex[index] = Vertex(point, evaluations.value(of: objective, at: point))
    }
  }
}
