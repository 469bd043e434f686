import Inference
import JSON

/// What `anamnesis monitor` prints.
struct MonitorResult: AnalysisResult {
  let outcome: String
  let baseline: [TimedValue]
  let watched: [TimedValue]
  let chart: ControlChart
  let points: [ControlChart.Point]

  private var firstAlarm: ControlChart.Point? { points.first(where: \.isBeyond) }

  private func moment(_ point: ControlChart.Point) -> Moment { watched[point.index].moment }

  var json: JSONValue {
    .object([
      "outcome": .string(outcome),
      "baseline": .object([
        "observations": .number(baseline.count),
        "from": baseline.first?.moment.json ?? .null,
        "to": baseline.last?.moment.json ?? .null,
        "mean": .number(chart.mean) ?? .null,
        "standardDeviation": .number(chart.standardDeviation) ?? .null,
      ]),
      "chart": chartJSON,
      "side": .string(chart.side.rawValue),
      "firstAlarm": firstAlarm.map { moment($0).json } ?? .null,
      "beyond": .number(points.count(where: \.isBeyond)),
      "points": .array(points.map(json)),
    ])
  }

  private var chartJSON: JSONValue {
    switch chart.statistic {
    case .ewma(let lambda, let limit):
      .object([
        "statistic": .string("ewma"), "lambda": .number(lambda) ?? .null,
        "limit": .number(limit) ?? .null,
      ])
    case .cusum(let allowance, let limit):
      .object([
        "statistic": .string("cusum"), "allowance": .number(allowance) ?? .null,
        "limit": .number(limit) ?? .null,
      ])
    }
  }

  private func json(_ point: ControlChart.Point) -> JSONValue {
    .object([
      "time": moment(point).json,
      "value": .number(watched[point.index].value) ?? .null,
      "statistic": .number(point.statistic) ?? .null,
      "limit": .number(point.limit) ?? .null,
      "isBeyond": .bool(point.isBeyond),
    ])
  }

  var lines: [String] {
    let beyond = points.count(where: \.isBeyond)
    var lines = [alarmLine, baselineLine]
    if beyond > 0 {
      lines.append("\(beyond) of \(counted(points.count, "later value")) beyond the limit")
    }
    return lines + ["statistic and limit in standard deviations of the baseline", ""]
      + tableLines
  }

  private var alarmLine: String {
    guard let firstAlarm else { return "\(outcome): never beyond the limit" }
    return "\(outcome): worth a check-in from \(moment(firstAlarm).text) on"
  }

  private var baselineLine: String {
    let from = baseline.first?.moment.text ?? ""
    let to = baseline.last?.moment.text ?? ""
    return "baseline: \(counted(baseline.count, "value")) from \(from) to \(to), "
      + "mean \(chart.mean.digits(4)), SD \(chart.standardDeviation.digits(4))"
  }

  /// The points up to the first alarm, at most ten, and the last one.
  private var tableLines: [String] {
    var table = TextTable("time", "value", "statistic", "limit", "beyond")
    let alarm = points.firstIndex(where: \.isBeyond) ?? points.count - 1
    for index in points.indices
    where (index <= alarm && index > alarm - 10) || index == points.count - 1 {
      let point = points[index]
      table.add(
        moment(point).text, watched[point.index].value.digits(4), point.statistic.digits(4),
        point.limit.digits(4), point.isBeyond ? "yes" : "")
    }
    return table.lines
  }
}
