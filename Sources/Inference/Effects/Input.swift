private import Foundation

/// The input x(t) of an intervention with nothing left open.
struct Input: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case step
    case ramp(days: Double)
    case decay(timeConstant: Double)
  }

  let kind: Kind
  let times: [Double]

  var timeConstant: Double? {
    guard case .decay(let days) = kind else { return nil }
    return days
  }

  /// x(t).
  func value(at time: Double) -> Double {
    times.reduce(0) { sum, onset in time < onset ? sum : sum + response(after: time - onset) }
  }

  /// The same input with every onset moved.
  func moved(by shift: Double) -> Input {
    Input(kind: kind, times: times.map { $0 + shift })
  }

  private func response(after days: Double) -> Double {
    switch kind {
    case .step: 1
    case .ramp(let length): min(1, days / length)
    case .decay(let constant): exp(-days / constant)
    }
  }
}

extension TrajectorySeries {
  /// The series with an input as its last regressor.
  func adding(_ input: Input) throws(InferenceError) -> TrajectorySeries {
    try TrajectorySeries(
      readings.map { reading in
        var wider = reading
        wider.regressors.append(input.value(at: reading.time))
        return wider
      }, regressorNames: regressorNames + ["the intervention"], alsoAt: times,
      weekdayOfDayZero: weekdayOfDayZero)
  }
}
