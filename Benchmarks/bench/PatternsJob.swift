import Foundation
import Inference
import Statistics

/// A year of one person: 4 predictors on the same day and one and two days before, the variances of
/// the outcome's trajectory known.
///
/// The argument is the size of the one effect, in standard deviations of a day's noise; 0 for none.
/// The answer is the number of patterns shown and the sum of all effects.
struct PatternsJob: Job {
  private let outcome: TrajectorySeries
  private let predictors: [PatternPredictor]
  private let hyperparameters: Hyperparameters

  init(argument: String) throws {
    guard let effect = Double(argument) else { throw BenchError.argument(argument) }
    var stream = RandomStream(seed: 11)
    let columns = (0..<4).map { _ in (0..<365).map { _ in stream.normal() } }
    var level = 4.0
    let readings = (0..<365).map { day -> TrajectorySeries.Reading in
      level += 0.03 * stream.normal()
      let past = day > 0 ? columns[0][day - 1] : 0
      return .init(time: Double(day), value: level + effect * past + stream.normal())
    }
    outcome = try TrajectorySeries(readings, weekdayOfDayZero: 0)
    predictors = columns.enumerated().map { index, values in
      PatternPredictor(
        name: "predictor \(index + 1)",
        values: Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0, $1) }))
    }
    hyperparameters = try Trajectory.mode(of: outcome, model: .daily)
  }

  func run() throws -> Double {
    let patterns = try Patterns.found(
      in: outcome, predictors: predictors, hyperparameters: hyperparameters)
    return patterns.candidates.reduce(Double(patterns.shown.count)) { $0 + $1.effect }
  }
}
