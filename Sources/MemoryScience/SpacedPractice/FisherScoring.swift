internal import Statistics

/// The search for weights: Fisher scoring with Levenberg-Marquardt damping inside a box.
///
/// Log loss is a Bernoulli likelihood, so that its expected second derivatives come with the
/// gradient, and a handful of passes over the data reach the optimum where stochastic gradients
/// need many. A coordinate at the edge of its range whose gradient points outwards is held there.
struct FisherScoring {
  private(set) var place: [Double]
  private(set) var current: WeightCoordinates.Objective
  private(set) var evaluations = 1
  private(set) var isConverged = false
  private let coordinates: WeightCoordinates
  private let evaluate: ([Double]) -> WeightCoordinates.Objective

  /// Two steps in a row that change the objective by less than this end the search, in nats: a
  /// weight one standard error off changes it by 0.5.
  static let tolerance = 0.01

  /// Searches from the centre of the coordinates.
  ///
  /// - Parameters:
  ///   - coordinates: ranges and prior.
  ///   - limit: the most evaluations.
  ///   - evaluate: loss with penalty at a place.
  init(
    _ coordinates: WeightCoordinates, limit: Int,
    evaluate: @escaping ([Double]) -> WeightCoordinates.Objective
  ) {
    self.coordinates = coordinates
    self.evaluate = evaluate
    place = zip(coordinates.centre, coordinates.ranges).map {
      min(max($0, $1.lowerBound), $1.upperBound)
    }
    current = evaluate(place)
    search(limit)
  }

  private mutating func search(_ limit: Int) {
    var damping = 1e-2
    var quiet = 0
    while evaluations < limit, !isConverged, let trial = step(damping) {
      let found = evaluate(trial)
      evaluations += 1
      quiet = abs(found.value - current.value) < Self.tolerance ? quiet + 1 : 0
      isConverged = quiet == 2
      if found.value < current.value {
        (place, current) = (trial, found)
        damping = max(damping / 10, 1e-9)
      } else {
        damping *= 100
      }
    }
  }

  /// Which coordinates may move.
  private var free: [Int] {
    place.indices.filter { index in
      let (range, slope) = (coordinates.ranges[index], current.gradient[index])
      return !(place[index] <= range.lowerBound && slope > 0)
        && !(place[index] >= range.upperBound && slope < 0)
    }
  }

  private func step(_ damping: Double) -> [Double]? {
    let free = free
    var matrix = Matrix(rows: free.count, columns: free.count)
    for (row, first) in free.enumerated() {
      for (column, second) in free.enumerated() {
        matrix[row, column] = current.information[first, second]
      }
      matrix[row, row] *= 1 + damping
    }
    guard let factor = Cholesky(matrix) else { return nil }
    let change = factor.solve(free.map { -current.gradient[$0] })
    var trial = place
    for (index, change) in zip(free, change) {
      let range = coordinates.ranges[index]
      trial[index] = min(max(trial[index] + change, range.lowerBound), range.upperBound)
    }
    return trial
  }
}
