private import Foundation
internal import Statistics

/// The coordinates in which weights are searched for.
///
/// The first is the logarithm of the stability after a first review graded again; the next three
/// are what hard, good and easy add to it, 0 or more, so that a better grade never starts with less;
/// then come w4 to w20 as they are. Each coordinate has a range and a normal prior around the start.
struct WeightCoordinates: Sendable {
  static let count = MemoryModel.Weights.count
  /// Ranges of the coordinates.
  let ranges: [ClosedRange<Double>]
  /// Where the search starts and the prior has its centre.
  let centre: [Double]
  /// The weight of the squared distance from the centre in the penalty.
  let precision: [Double]

  /// How far weights spread over learners, w4 to w20: the table of fsrs-rs 6 (training.rs).
  static let spreads = [
    0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
    0.27,
  ]
  /// The spread of the logarithms of first stabilities: wide, a factor of 4.5 either way.
  static let logarithmSpread = 1.5

  /// - Parameters:
  ///   - start: weights to start from.
  ///   - strength: how much the prior counts; 1 as in fsrs-rs.
  init(start: MemoryModel.Weights, strength: Double) {
    let ranges = MemoryModel.Weights.ranges
    let first = log(ranges[0].lowerBound)...log(ranges[0].upperBound)
    let steps = [ClosedRange<Double>](
      repeating: 0...(first.upperBound - first.lowerBound), count: 3)
    self.ranges = [first] + steps + ranges[4...]
    let logarithms = start.values.prefix(4).map { log($0) }
    let rises = (1..<4).map { max(logarithms[$0] - logarithms[$0 - 1], 0) }
    centre = [logarithms[0]] + rises + start.values[4...]
    let spreads = [Double](repeating: Self.logarithmSpread, count: 4) + Self.spreads
    precision = spreads.map { 2 * strength / ($0 * $0) }
  }

  /// The weights at a place.
  func weights(at place: [Double]) -> MemoryModel.Weights {
    var logarithm = 0.0
    var values = place
    for index in 0..<4 {
      logarithm += place[index]
      values[index] = min(max(exp(logarithm), 0.001), 100)
    }
    return MemoryModel.Weights(unchecked: values)
  }

  /// The penalty: half the squared distance from the centre, each coordinate by its precision.
  func penalty(at place: [Double]) -> Double {
    zip(zip(place, centre), precision).reduce(0) {
      $0 + 0.5 * $1.1 * ($1.0.0 - $1.0.1) * ($1.0.0 - $1.0.1)
    }
  }

  /// Turns the sums of a pass into gradient and information of loss and penalty.
  func objective(of pass: SensitivityPass, at place: [Double]) -> Objective {
    let width = SensitivityPass.width
    var gradient = zip(zip(place, centre), precision).map { $1 * ($0.0 - $0.1) }
    var information = Matrix(diagonal: precision)
    for grade in 0..<4 {
      let block = grade * width * (width + 1)
      // A coordinate of first stabilities counts for a grade and all better ones.
      let own = Array(0...grade)
      for index in 0..<width {
        let slope = pass.sums[block + index]
        let rows = index == 0 ? own : [index + 3]
        for row in rows { gradient[row] += slope }
        for other in index..<width {
          let value = pass.sums[block + width * (index + 1) + other]
          guard value != 0 else { continue }
          for row in rows {
            for column in other == 0 ? own : [other + 3] {
              information[row, column] += value
              if index != other { information[column, row] += value }
            }
          }
        }
      }
    }
    return Objective(
      value: pass.loss + penalty(at: place), gradient: gradient, information: information)
  }

  /// Loss with penalty, its gradient and its expected second derivatives.
  struct Objective {
    let value: Double
    let gradient: [Double]
    let information: Matrix
  }

  /// Standard errors of the weights from the covariance of the coordinates.
  func standardErrors(_ covariance: Matrix, at weights: MemoryModel.Weights) -> [Double] {
    weights.values.indices.map { index in
      guard index < 4 else { return max(covariance[index, index], 0).squareRoot() }
      var variance = 0.0
      for row in 0...index {
        for column in 0...index { variance += covariance[row, column] }
      }
      return weights.values[index] * max(variance, 0).squareRoot()
    }
  }
}
