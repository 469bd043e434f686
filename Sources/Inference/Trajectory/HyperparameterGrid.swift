private import Foundation
internal import Statistics

/// Points around the mode of a posterior with weights that integrate over it.
///
/// In coordinates in which the posterior is about standard normal, stretched along each half-axis to
/// fit the drop actually found there: an even grid for one or two dimensions, otherwise a central
/// composite design (the centre, two points on each axis, corners of a cube) on a sphere of radius
/// 1.1 √d. Each point weighs its density times the share that makes mass and covariance of a normal
/// posterior come out exactly.
struct HyperparameterGrid {
  let nodes: [(point: [Double], weight: Double)]
  let evaluations: Int

  init(mode: [Double], objective: ([Double]) -> Double) {
    let frame = PosteriorFrame(mode: mode, objective: objective)
    let layout = mode.count <= 2 ? GridLayout.even(mode.count) : .composite(mode.count)
    let lowest = objective(mode)
    var weighted = layout.points.map { place -> (point: [Double], weight: Double) in
      let point = frame.point(place.position)
      let density = exp(lowest - objective(point))
      let share = place.share * frame.volume(at: place.position)
      return (point, density.isFinite ? density * share : 0)
    }
    let total = weighted.reduce(0) { $0 + $1.weight }
    weighted = weighted.map { ($0.point, $0.weight / total) }.filter { $0.weight > 1e-4 }
    let kept = weighted.reduce(0) { $0 + $1.weight }
    nodes = weighted.map { ($0.point, $0.weight / kept) }
    evaluations = frame.evaluations + layout.points.count + 1
  }
}

/// Where to look, in standard-normal coordinates, and the share of each place besides its density.
private struct GridLayout {
  let points: [(position: [Double], share: Double)]

  static func even(_ dimensions: Int) -> GridLayout {
    let steps =
      dimensions == 1
      ? stride(from: -3.0, through: 3, by: 0.5)
      : stride(
        from: -2.4, through: 2.4, by: 1.2)
    let line = [0.0] + steps.filter { abs($0) > 1e-9 }
    guard dimensions == 2 else { return GridLayout(points: line.map { ([$0], 1) }) }
    return GridLayout(points: line.flatMap { x in line.map { ([x, $0], 1) } })
  }

  static func composite(_ dimensions: Int) -> GridLayout {
    let reach = 1.1
    let radius = reach * Double(dimensions).squareRoot()
    var outer: [[Double]] = []
    for axis in 0..<dimensions {
      for sign in [-1.0, 1] {
        outer.append((0..<dimensions).map { $0 == axis ? sign * radius : 0 })
      }
    }
    // Above four dimensions a half fraction: the last sign is the product of the others.
    let free = dimensions > 4 ? dimensions - 1 : dimensions
    for corner in 0..<(1 << free) {
      var signs = (0..<free).map { corner >> $0 & 1 == 1 ? 1.0 : -1 }
      if free < dimensions { signs.append(signs.reduce(1, *)) }
      outer.append(signs.map { $0 * reach })
    }
    let mass = 1 / (reach * reach)
    let share = mass / (Double(outer.count) * exp(-radius * radius / 2))
    let centre = Array(repeating: 0.0, count: dimensions)
    return GridLayout(points: [(centre, 1 - mass)] + outer.map { ($0, share) })
  }
}

/// Axes along which a posterior is about standard normal.
private struct PosteriorFrame {
  let mode: [Double]
  let evaluations: Int
  private let axes: [[Double]]
  private let stretches: [(below: Double, above: Double)]

  init(mode: [Double], objective: ([Double]) -> Double) {
    self.mode = mode
    let (axes, used) = PosteriorFrame.axes(at: mode, objective: objective)
    self.axes = axes
    let lowest = objective(mode)
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
    let hessian = numericalHessian(of: objective, at: mode, step: 0.02)
    let used = 4 * size * size + 1
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
