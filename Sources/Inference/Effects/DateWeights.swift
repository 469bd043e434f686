private import Foundation

/// The highest point of a likelihood known on the grid of ratios: there, what else is known on the
/// grid follows from a polynomial of degree 4 through the five nearest points, in the logarithm.
struct DateWeights {
  private let first: Int
  private let weights: [Double]
  let ratio: Double

  init(_ values: [Double], ratios: [Double]) {
    let best = values.indices.max { values[$0] < values[$1] } ?? 0
    guard best > 0, ratios.count > 6 else {
      (first, weights, ratio) = (best, [1], ratios[best])
      return
    }
    let first = min(max(best - 2, 1), ratios.count - 5)
    let curve = Quartic(through: values[first..<first + 5])
    let centre = Double(best - first)
    var (low, high) = (max(centre - 1, 0), min(centre + 1, 4))
    for _ in 0..<30 {
      let third = (high - low) / 3
      if curve.value(at: low + third) < curve.value(at: high - third) {
        low += third
      } else {
        high -= third
      }
    }
    let place = (low + high) / 2
    self.first = first
    weights = DateWeights.lagrange(place)
    ratio = ratios[first] * exp2(place / 2)
  }

  func value(of values: [Double]) -> Double {
    weights.indices.reduce(0) { $0 + weights[$1] * values[first + $1] }
  }

  /// Lagrange's weights of the points 0, 1, 2, 3, 4.
  private static func lagrange(_ place: Double) -> [Double] {
    let offsets = (0..<5).map { place - Double($0) }
    let scales = [24.0, -6, 4, -6, 24]
    return (0..<5).map { point in
      (0..<5).reduce(1 / scales[point]) { $1 == point ? $0 : $0 * offsets[$1] }
    }
  }
}

/// The polynomial of degree 4 through five values at 0, 1, 2, 3 and 4, by Newton's forward differences.
private struct Quartic {
  private let start: Double
  private let differences: SIMD4<Double>

  init(through values: ArraySlice<Double>) {
    let first = values.startIndex
    var rest = SIMD4(values[first + 1], values[first + 2], values[first + 3], values[first + 4])
    var before = SIMD4(values[first], rest.x, rest.y, rest.z)
    start = before.x
    var differences = SIMD4<Double>.zero
    for order in 0..<4 {
      let difference = rest - before
      differences[order] = difference.x
      before = difference
      rest = SIMD4(difference.y, difference.z, difference.w, 0)
    }
    self.differences = differences
  }

  func value(at x: Double) -> Double {
    let fourth = differences.z + (x - 3) / 4 * differences.w
    let third = differences.y + (x - 2) / 3 * fourth
    let second = differences.x + (x - 1) / 2 * third
    return start + x * second
  }
}
