import Foundation
import Inference
import Statistics

/// A person drawn from the priors of ``Trajectory`` at scale 1, day by day, by the equations of
/// ``TrajectoryModel`` and none of its code.
struct DrawnPerson: Sendable {
  let hyperparameters: Hyperparameters
  let level: [Double]
  let affect: [Double]
  let weekdays: [Double]
  let coefficients: [Double]
  /// What a reading of each day says, whether it was kept or not.
  var readings: [TrajectorySeries.Reading]
  /// Whether each day's reading was kept.
  let isKept: [Bool]

  /// Draws the hyperparameters from their priors.
  static func hyperparameters(
    of model: TrajectoryModel, using stream: inout RandomStream
  ) -> Hyperparameters {
    func halfNormal(_ scale: Double) -> Double {
      let deviation = scale * stream.normal()
      return deviation * deviation
    }
    return Hyperparameters(
      levelVariance: halfNormal(0.2), affectVariance: model.hasAffect ? halfNormal(1) : 0,
      affectTimeConstant: model.hasAffect ? 2 * exp(0.75 * stream.normal()) : 1,
      noiseVariance: halfNormal(1), weekdayVariance: model.hasWeekday ? halfNormal(0.3) : 0)
  }

  /// Lives some days.
  ///
  /// - Parameters:
  ///   - values: the hyperparameters.
  ///   - model: the parts.
  ///   - days: how many days.
  ///   - missing: the share of days without a reading.
  ///   - coefficients: one per regressor; regressors are drawn anew each day.
  ///   - stream: the source of randomness.
  init(
    _ values: Hyperparameters, model: TrajectoryModel, days: Int, missing: Double = 0,
    coefficients: [Double] = [], using stream: inout RandomStream
  ) {
    hyperparameters = values
    self.coefficients = coefficients
    let raw = (0..<7).map { _ in values.weekdayVariance.squareRoot() * stream.normal() }
    let mean = raw.reduce(0, +) / 7
    weekdays = raw.map { model.hasWeekday ? $0 - mean : 0 }
    let decay = exp(-1 / values.affectTimeConstant)
    let shock = (values.affectVariance * (1 - decay * decay)).squareRoot()
    var level = [3.7]
    var affect = [values.affectVariance.squareRoot() * stream.normal()]
    for _ in 1..<days {
      level.append(level[level.count - 1] + values.levelVariance.squareRoot() * stream.normal())
      affect.append(affect[affect.count - 1] * decay + shock * stream.normal())
    }
    var readings: [TrajectorySeries.Reading] = []
    var isKept: [Bool] = []
    for day in 0..<days {
      let regressors = coefficients.map { _ in 5 + stream.normal() }
      let signal = level[day] + affect[day] + weekdays[day % 7]
      let effect = zip(coefficients, regressors).reduce(0) { $0 + $1.0 * $1.1 }
      let noise = values.noiseVariance.squareRoot() * stream.normal()
      readings.append(
        .init(time: Double(day), value: signal + effect + noise, regressors: regressors))
      isKept.append(stream.uniform() >= missing)
    }
    self.level = level
    self.affect = affect
    self.readings = readings
    self.isKept = isKept
  }

  /// The kept readings of the first days, with every day on the path.
  func series(first days: Int) throws -> TrajectorySeries {
    try TrajectorySeries(
      readings.indices.filter { $0 < days && isKept[$0] }.map { readings[$0] },
      regressorNames: coefficients.indices.map { "x\($0)" },
      alsoAt: readings.indices.map(Double.init), weekdayOfDayZero: 0)
  }
}

extension DrawnPerson {
  /// Draws the hyperparameters of somebody who answers on a scale from 1 to 7 day by day.
  static func diarist(using stream: inout RandomStream) -> Hyperparameters {
    func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * stream.uniform() }
    func square(_ value: Double) -> Double { value * value }
    return Hyperparameters(
      levelVariance: square(0.08 * stream.normal()), affectVariance: square(between(0.3, 0.7)),
      affectTimeConstant: between(0.8, 3.2), noiseVariance: square(between(0.3, 0.7)),
      weekdayVariance: square(between(0, 0.2)))
  }
}
