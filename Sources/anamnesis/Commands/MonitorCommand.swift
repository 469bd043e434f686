import ArgumentParser
import Inference

/// `anamnesis monitor`
struct MonitorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor",
    abstract: "Chart a column against its own baseline and say when it left it.",
    discussion: """
      The first values are the baseline; later ones run through an EWMA (Roberts 1959) or CUSUM \
      (Page 1954) chart in units of its standard deviation. Missing values leave the chart as it was. \
      An alarm is worth a check-in and is no diagnosis.

      EXAMPLES:
        anamnesis monitor days.csv --time day --outcome restless --baseline 42
        anamnesis monitor beeps.csv --outcome restless --by-day day --baseline 42
        anamnesis monitor days.csv --outcome mood --baseline 28 --side lower --statistic cusum
      """)

  /// Which statistic is charted.
  enum Statistic: String, CaseIterable, ExpressibleByArgument {
    case ewma
    case cusum
  }

  @OptionGroup var table: TableOptions

  @Option(help: "How many values at the start are the baseline; 7 at least.")
  var baseline: Int

  @Option(
    help: ArgumentHelp(
      "Chart the mean of each value of this column, such as a day.", valueName: "column"))
  var byDay: String?

  @Option(help: "The chart.")
  var statistic = Statistic.ewma

  @Option(help: "The weight of the newest value in the EWMA, above 0 and at most 1.")
  var lambda = 0.1

  @Option(help: "What the CUSUM lets pass, in standard deviations.")
  var allowance = 0.5

  @Option(help: "The limit (default: 2.814 for the EWMA, 5 for the CUSUM).")
  var limit: Double?

  @Option(help: "Which departures count.")
  var side = ControlChart.Side.upper

  func validate() throws {
    guard baseline >= 7 else { throw ValidationError("--baseline: write a number of 7 at least.") }
  }

  func run() throws {
    let values = try values()
    guard values.count > baseline else {
      let shorter = values.count > 7 ? ", or a --baseline below \(values.count)" : ""
      throw BadInput(
        table.place, "\(counted(values.count, "value")), and the baseline alone takes \(baseline)",
        cure: "give at least one value more than that\(shorter)")
    }
    do {
      let chart = try ControlChart(
        baseline: values.prefix(baseline).map(\.value), statistic: charted, side: side)
      let watched = values.dropFirst(baseline)
      try MonitorResult(
        outcome: table.outcome, baseline: Array(values.prefix(baseline)), watched: Array(watched),
        chart: chart, points: chart.run(over: watched.map(\.value))
      ).print(as: table.format)
    } catch let error as InferenceError {
      throw BadInput(table.place, error)
    }
  }

  private var charted: ControlChart.Statistic {
    switch statistic {
    case .ewma: .ewma(lambda: lambda, limit: limit ?? 2.814)
    case .cusum: .cusum(allowance: allowance, limit: limit ?? 5)
    }
  }

  /// The values in time order, one for each day where rows are grouped.
  private func values() throws -> [TimedValue] {
    let rows = try table.rows(group: byDay).filter { $0.value != nil }.inTime
    guard byDay != nil else { return rows.compactMap(TimedValue.init) }
    return rows.grouped.compactMap(TimedValue.init(meanOf:))
  }
}
