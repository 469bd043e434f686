private import Foundation

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
    self.init(
      frame: PosteriorFrame(mode: mode, objective: objective), objective: objective)
  }

  init(frame: PosteriorFrame, objective: ([Double]) -> Double) {
    let size = frame.mode.count
    let layout = size <= 2 ? GridLayout.even(size) : .composite(size)
    let lowest = frame.lowest
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
    evaluations = frame.evaluations + layout.points.count
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
