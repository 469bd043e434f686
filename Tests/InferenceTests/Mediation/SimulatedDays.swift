import Foundation
import Inference
import Statistics

/// Days drawn from the model of mediation, and departures from it.
struct SimulatedDays {
  var count = 120
  var a = 0.4
  var b = 0.4
  var direct = 0.1
  var reverse = 0.0
  var mediatorPersistence = 0.3
  /// What the mediator gains with the logarithm of the attempt.
  var practice = 0.0
  /// How far cause and outcome rise over all days.
  var causeTrend = 0.0
  var outcomeTrend = 0.0
  /// The correlation of the mediator's error with the outcome's error one day later.
  var confounding = 0.0

  func series(stream: UInt64, hasAttempts: Bool = true) throws -> MediationSeries {
    var random = RandomStream(seed: 31, stream: stream)
    var (x, m, y, earlier) = (0.0, 0.0, 0.0, 0.0)
    var days: [MediationSeries.Day] = []
    for day in -30..<count {
      let share = Double(max(day, 0)) / Double(count)
      let error = random.normal()
      let own = (1 - confounding * confounding).squareRoot() * random.normal()
      let learned = (1 - mediatorPersistence) * practice * log(Double(max(day, 0) + 1))
      let nextM = a * x + mediatorPersistence * m + reverse * y + learned + error
      let nextY =
        direct * x + b * m + 0.3 * y + confounding * earlier + own + 0.7 * outcomeTrend * share
      x = 0.3 * (x - causeTrend * share) + causeTrend * share + random.normal()
      (m, y, earlier) = (nextM, nextY, error)
      guard day >= 0 else { continue }
      days.append(
        .init(
          day: day, cause: x, mediator: m, outcome: y,
          attempt: hasAttempts ? Double(day + 1) : nil))
    }
    return try MediationSeries(days)
  }

  func fit(
    stream: UInt64, hasAttempts: Bool = true, _ change: (inout Mediation.Options) -> Void = { _ in }
  ) throws -> Mediation {
    var options = Mediation.Options()
    options.draws = 500
    options.seed = stream
    change(&options)
    return try Mediation(series(stream: stream, hasAttempts: hasAttempts), options: options)
  }
}
