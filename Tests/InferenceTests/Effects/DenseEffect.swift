import Foundation
import Inference
import Statistics
import TestKit

/// The model of readings at given hyperparameters, written out as a regression with a dense
/// covariance: X = [1, regressors], V = level + affect + weekday + noise.
struct DenseEffect {
  let series: TrajectorySeries
  let model: TrajectoryModel
  let hyperparameters: Hyperparameters

  /// V over the readings.
  var covariance: DenseOracle.Rows {
    let times = series.readings.map(\.time)
    let values = hyperparameters
    let zero = series.weekdayOfDayZero ?? 0
    return times.indices.map { row in
      times.indices.map { column in
        let (left, right) = (times[row], times[column])
        var sum = values.levelVariance * (min(left, right) - times[0])
        if model.hasAffect {
          sum += values.affectVariance * exp(-abs(left - right) / values.affectTimeConstant)
        }
        if model.hasWeekday {
          let days = [left, right].map { (Int($0.rounded(.down)) + zero) % 7 }
          sum += values.weekdayVariance * ((days[0] == days[1] ? 1 : 0) - 1.0 / 7)
        }
        return sum + (row == column ? values.noiseVariance : 0)
      }
    }
  }

  /// The regression with further columns at the end of X.
  func regression(adding columns: [[Double]] = []) -> DenseOracle.Regression {
    let design = series.readings.indices.map { row in
      [1] + series.readings[row].regressors + columns.map { $0[row] }
    }
    return DenseOracle.Regression(
      values: series.readings.map(\.value), design: design, covariance: covariance,
      priors: design[0].map { _ in .infinity })
  }

  /// ½ log|X'X| with further columns at the end of X.
  func volume(adding columns: [[Double]] = []) -> Double {
    let design = series.readings.indices.map { row in
      [1] + series.readings[row].regressors + columns.map { $0[row] }
    }
    let product = DenseOracle.product(DenseOracle.transpose(design), design)
    return DenseOracle.inverse(product).logDeterminant / 2
  }

  /// Forecasts of the readings from `count` on given those before, and their joint covariance.
  func forecast(from count: Int) -> (means: [Double], covariance: DenseOracle.Rows) {
    let all = covariance
    let known = Array(0..<count)
    let later = Array(count..<series.readings.count)
    let design = series.readings.map { [1] + $0.regressors }
    let values = series.readings.map { [$0.value] }
    let precision = DenseOracle.inverse(known.map { row in known.map { all[row][$0] } }).inverse
    let before = known.map { design[$0] }
    let weighted = DenseOracle.product(DenseOracle.transpose(before), precision)
    let spread = DenseOracle.inverse(DenseOracle.product(weighted, before)).inverse
    let beta = DenseOracle.product(
      spread, DenseOracle.product(weighted, known.map { values[$0] }))
    let gain = DenseOracle.product(later.map { row in known.map { all[row][$0] } }, precision)
    let residual = known.map { row in
      [values[row][0] - DenseOracle.product([design[row]], beta)[0][0]]
    }
    let shift = DenseOracle.product(gain, residual)
    let passed = DenseOracle.product(gain, before)
    let rest = later.indices.map { row in
      design[later[row]].indices.map { design[later[row]][$0] - passed[row][$0] }
    }
    let means = later.indices.map { row in
      DenseOracle.product([design[later[row]]], beta)[0][0] + shift[row][0]
    }
    let learnt = DenseOracle.product(gain, known.map { row in later.map { all[row][$0] } })
    let beside = DenseOracle.product(
      DenseOracle.product(rest, spread), DenseOracle.transpose(rest))
    let joint = later.indices.map { row in
      later.indices.map { all[later[row]][later[$0]] - learnt[row][$0] + beside[row][$0] }
    }
    return (means, joint)
  }
}

/// A wandering daily series with gaps, a regressor and, if wished, a step, made by ourselves.
func wandering(
  _ count: Int, step: (day: Double, size: Double) = (0, 0), missing: Set<Int> = [3, 17, 18]
) throws -> TrajectorySeries {
  var stream = RandomStream(seed: 5)
  let readings = (0..<count).filter { !missing.contains($0) }.map { day in
    let time = Double(day)
    let sleep = sin(time * 1.9) + cos(time * 0.7)
    return TrajectorySeries.Reading(
      time: time,
      value: 4 + 0.6 * stream.normal() + 0.5 * cos(time / 9) + 0.3 * sleep
        + (time >= step.day ? step.size : 0),
      regressors: [sleep])
  }
  return try TrajectorySeries(
    readings, regressorNames: ["sleep"], alsoAt: (0..<count).map(Double.init),
    weekdayOfDayZero: 3)
}
