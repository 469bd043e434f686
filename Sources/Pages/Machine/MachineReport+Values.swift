import Care
import Inference
import JSON
import PatientRecord
import Time

extension MachineReport {
  /// A number, or null for one that JSON cannot hold.
  func number(_ value: Double?) -> JSONValue { value.flatMap { JSONValue.number($0) } ?? .null }

  func day(_ day: Day?) -> JSONValue { day.map { .string($0.description) } ?? .null }

  func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  func bool(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }

  func integer(_ value: Int?) -> JSONValue { value.map { .number($0) } ?? .null }

  func range(_ range: ClosedRange<Double>) -> JSONValue {
    .array([number(range.lowerBound), number(range.upperBound)])
  }

  func days(_ days: ClosedRange<Day>?) -> JSONValue {
    guard let days else { return .null }
    return .object(["first": day(days.lowerBound), "last": day(days.upperBound)])
  }

  /// `{"value": …}`, or `{"notYet": …}` with the reason.
  func finding<Value>(_ finding: Finding<Value>, _ value: (Value) -> JSONValue) -> JSONValue {
    switch finding {
    case .found(let found): .object(["value": value(found)])
    case .notYet(let reason):
      .object([
        "notYet": .object([
          "reason": .string(wording.missing(reason)), "observed": integer(reason.observed),
          "needed": integer(reason.needed),
        ])
      ])
    }
  }

  func basis(_ basis: Basis) -> JSONValue {
    var object = JSONObject()
    object["observations"] = .number(basis.observations)
    object["days"] = days(basis.days)
    object["missingDays"] = .number(basis.missingDays)
    object["longestGapDays"] = .number(basis.longestGap)
    if !wording.isPatient { object["method"] = .string(basis.method) }
    return .object(object)
  }

  func scale(_ scale: RatingScale) -> JSONValue {
    .object([
      "minimum": number(scale.minimum), "maximum": number(scale.maximum),
      "direction": .string(scale.direction.rawValue),
    ])
  }

  func estimate(_ estimate: TrajectoryPart.Estimate) -> JSONValue {
    .object([
      "mean": number(estimate.mean), "central50": range(estimate.inner),
      "central95": range(estimate.outer),
    ])
  }

  func summary(_ summary: SeriesSummary) -> JSONValue {
    .object([
      "count": .number(summary.count),
      "mean": summary.count > 0 ? number(summary.mean) : .null,
      "standardDeviation": summary.count > 1 ? number(summary.standardDeviation) : .null,
    ])
  }
}
