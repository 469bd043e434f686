import Foundation
import Inference
import Statistics
import TestKit

/// The law of level and readings at given hyperparameters, written out as covariances of readings.
///
/// Weekdays enter by the covariance that the model states, v (I - 11'/7), not by contrasts.
struct DenseTrajectory {
  let times: [Double]
  let values: [Double]
  let weekdayOfDayZero: Int
  let hyperparameters: Hyperparameters

  func level(_ left: Double, _ right: Double) -> Double {
    hyperparameters.levelVariance * (min(left, right) - times[0])
  }

  /// The covariance of two readings, without their noise.
  func signal(_ left: Double, _ right: Double) -> Double {
    let days = [left, right].map { (Int($0.rounded(.down)) + weekdayOfDayZero) % 7 }
    let affect =
      hyperparameters.affectVariance
      * exp(-abs(left - right) / hyperparameters.affectTimeConstant)
    let weekday = hyperparameters.weekdayVariance * ((days[0] == days[1] ? 1 : 0) - 1.0 / 7)
    return level(left, right) + affect + weekday
  }

  /// The law of a quantity with the diffuse mean of the first `count` readings, given these.
  func law(
    at time: Double, given count: Int, covariance: (Double, Double) -> Double, noise: Double = 0
  ) -> Normal {
    let known = times.prefix(count)
    let rows = known.indices.map { row in
      known.indices.map {
        signal(times[row], times[$0]) + (row == $0 ? hyperparameters.noiseVariance : 0)
      }
    }
    let inverse = DenseOracle.inverse(rows).inverse
    func form(_ left: [Double], _ right: [Double]) -> Double {
      known.indices.reduce(0) { sum, row in
        sum + left[row] * known.indices.reduce(0) { $0 + inverse[row][$1] * right[$1] }
      }
    }
    let ones = known.map { _ in 1.0 }
    let shared = known.map { covariance($0, time) }
    let start = form(ones, Array(values.prefix(count))) / form(ones, ones)
    let rest = 1 - form(shared, ones)
    let mean = start + form(shared, values.prefix(count).map { $0 - start })
    let variance =
      covariance(time, time) + noise - form(shared, shared) + rest * rest / form(ones, ones)
    return Normal(mean: mean, standardDeviation: variance.squareRoot())
  }

  /// The law of the reading at an index, given the first `count`.
  func reading(_ index: Int, given count: Int) -> Normal {
    law(
      at: times[index], given: count, covariance: signal, noise: hyperparameters.noiseVariance)
  }
}
