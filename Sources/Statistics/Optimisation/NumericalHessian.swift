/// The matrix of second derivatives of a function by central differences of fourth order.
///
/// Complexity: 4 n (n - 1) + 4 n + 1 evaluations for n coordinates, half as many at second order.
///
/// - Parameters:
///   - objective: the function.
///   - point: where to take the derivatives.
///   - step: the width of the differences, relative to each coordinate or to 1 if that is larger.
///   - isExtrapolated: whether the error of second order in the step is removed.
/// - Returns: the symmetric matrix; entries are not numbers where the function is not finite.
public func numericalHessian(
  of objective: ([Double]) -> Double, at point: [Double], step: Double = 1e-3,
  isExtrapolated: Bool = true
) -> Matrix {
  let widths = point.map { step * max(abs($0), 1) }
  let centre = objective(point)
  func value(_ shifts: (index: Int, steps: Double)...) -> Double {
    var moved = point
    for shift in shifts { moved[shift.index] += shift.steps * widths[shift.index] }
    return objective(moved)
  }
  func second(_ i: Int, _ steps: Double) -> Double {
    (value((i, steps)) - 2 * centre + value((i, -steps))) / (steps * steps * widths[i] * widths[i])
  }
  func mixed(_ i: Int, _ j: Int, _ steps: Double) -> Double {
    let same = value((i, steps), (j, steps)) + value((i, -steps), (j, -steps))
    let opposite = value((i, steps), (j, -steps)) + value((i, -steps), (j, steps))
    return (same - opposite) / (4 * steps * steps * widths[i] * widths[j])
  }
  var hessian = Matrix(rows: point.count, columns: point.count)
  for i in point.indices {
    for j in 0...i {
      // Richardson's extrapolation removes the error of second order in the step.
      let near = i == j ? second(i, 1) : mixed(i, j, 1)
      let far = !isExtrapolated ? near : i == j ? second(i, 2) : mixed(i, j, 2)
      hessian[i, j] = (4 * near - far) / 3
      hessian[j, i] = hessian[i, j]
    }
  }
  return hessian
}
