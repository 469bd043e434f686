/// Counts the evaluations of an objective and turns what is not a number into a wall.
struct Evaluations {
  let limit: Int
  private(set) var count = 0

  init(limit: Int) { self.limit = limit }

  /// Whether the allowed number has been spent.
  var isSpent: Bool { count >= limit }

  /// The value of the objective, infinity where it is not a number.
  mutating func value(of objective: ([Double]) -> Double, at point: [Double]) -> Double {
    count += 1
    let value = objective(point)
    return value.isNaN ? .infinity : value
  }
}
