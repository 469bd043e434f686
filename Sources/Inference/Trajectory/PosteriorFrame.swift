internal import Statistics

/// Axes along which a posterior is about standard normal.
struct PosteriorFrame: Sendable {
  let mode: [Double]
  /// Minus the log density at the mode.
  let lowest: Double
  let evaluations: Int
  private let axes: [[Double]]
  let stretches: [(below: Double, above: Double)]

  init(mode: [Double], objective: ([Double]) -> Double) {
    self.mode = mode
    let (axes, used) = PosteriorFrame.axes(at: mode, objective: objective)
    self.axes = axes
    let lowest = objective(mode)
    self.lowest = lowest
    // Where a normal posterior would have dropped by 1, the true drop tells the stretch.
    func stretch(_ axis: [Double], _ sign: Double) -> Double {
      let point = zip(mode, axis).map { $0 + sign * 2.0.squareRoot() * $1 }
      let drop = objective(point) - lowest
      return drop.isFinite && drop > 0 ? min(max(drop.squareRoot(), 0.25), 4) : 4
    }
    stretches = axes.map { (1 / stretch($0, -1), 1 / stretch($0, 1)) }
    evaluations = used + 2 * axes.count + 1
  }

  func point(_ position: [Double]) -> [Double] {
    var point = mode
    for (index, coordinate) in position.enumerated() {
      let stretch = coordinate < 0 ? stretches[index].below : stretches[index].above
      for row in point.indices { point[row] += coordinate * stretch * axes[index][row] }
    }
    return point
  }

  /// How much the stretches enlarge space around a position, against one that is not stretched.
  func volume(at position: [Double]) -> Double {
    zip(position, stretches).reduce(1) { volume, axis in
      let (below, above) = axis.1
      return volume * (axis.0 == 0 ? (below + above) / 2 : axis.0 < 0 ? below : above)
    }
  }

  /// Columns of the Cholesky factor of the inverse Hessian; the Hessian's diagonal alone when it is
  /// not positive definite.
  private static func axes(
    at mode: [Double], objective: ([Double]) -> Double
  ) -> (axes: [[Double]], evaluations: Int) {
    let size = mode.count
    let hessian = numericalHessian(of: objective, at: mode, step: 0.02, isExtrapolated: false)
    let used = 2 * size * size + 1
    if let factor = Cholesky(hessian), let spread = Cholesky(factor.inverse) {
      let lower = spread.lower
      let axes = (0..<size).map { column in (0..<size).map { lower[$0, column] } }
      if axes.allSatisfy({ $0.allSatisfy(\.isFinite) }) { return (axes, used) }
    }
    let axes = (0..<size).map { column -> [Double] in
      let curvature = hessian[column, column]
      let length = curvature > 0.1 && curvature.isFinite ? 1 / curvature.squareRoot() : 1
      return (0..<size).map { $0 == column ? length : 0 }
    }
    return (axes, used)
  }
}
