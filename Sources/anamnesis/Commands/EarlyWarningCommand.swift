import ArgumentParser
import Inference

/// `anamnesis early-warning`
struct EarlyWarningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "early-warning",
    abstract: "Hold autocorrelation, variance and connectivity in rolling windows against chance.",
    discussion: """
      A research panel and no alarm: in published studies such trends preceded 26 to 33 % of \
      relapses, so they must not drive a decision. Each trend is compared with those of simulated \
      series in which nothing changes, answered on the same days and beeps.

      EXAMPLES:
        anamnesis early-warning beeps.csv --outcome restless --by-day day --beep beep
        anamnesis early-warning beeps.csv --outcome restless,down --by-day day --from 30 --to 127
      """)

  @OptionGroup var table: TableOptions

  @Option(
    help: ArgumentHelp(
      "The column of days; answers of two days are never neighbours.", valueName: "column"))
  var byDay: String

  @Option(
    help: ArgumentHelp(
      "The column that says which beep of its day a row is.", valueName: "column"))
  var beep: String?

  @Option(
    help: """
      Which answers are neighbours: previous-answer takes the one before on the same day, \
      adjacent-beep only that of the beep just before.
      """)
  var lagRule = LagRule.previousAnswer

  @Option(help: "The days of a window, 7 to 365.")
  var window = 30

  @Option(
    help: ArgumentHelp(
      "The last day of the first window (default: when a whole window has passed).",
      valueName: "day"))
  var from: MomentArgument?

  @Option(
    help: ArgumentHelp(
      "The last day of the last window (default: the last day with an answer).", valueName: "day"))
  var to: MomentArgument?

  @Option(help: "How many series to simulate, 200 to 100000.")
  var series = 3000

  @Option(help: "The seed of the simulation.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (7...365).contains(window) else {
      throw ValidationError("--window: write a number from 7 to 365.")
    }
    guard (200...100_000).contains(series) else {
      throw ValidationError("--series: write a number from 200 to 100000.")
    }
    let items = ColumnList(argument: table.outcome)?.names ?? []
    guard (1...BeepSeries.mostItems).contains(items.count) else {
      throw ValidationError(
        "--outcome: name 1 to \(BeepSeries.mostItems) columns, each once, separated by commas.")
    }
    guard lagRule == .previousAnswer || beep != nil else {
      throw ValidationError("--lag-rule: adjacent-beep needs the numbers of beeps: add --beep.")
    }
  }

  func run() throws {
    let items = ColumnList(argument: table.outcome)?.names ?? []
    let rows = try rows(of: items)
    guard let first = rows.first?.group.flatMap({ Moment($0) }) else {
      throw BadInput(table.place, "there is no row", cure: "name a file with rows")
    }
    let days = try rows.map { try day(of: $0, like: first) }
    var options = EarlyWarning.Options()
    options.window = window
    options.rule = lagRule
    options.series = series
    options.seed = seed
    options.from = try from?.day("--from", like: first)
    options.to = try to?.day("--to", like: first)
    do {
      let beeps = try zip(rows, days).map { row, day in
        BeepSeries.Beep(
          day: day, number: try number(of: row),
          values: [row.value] + row.regressors.prefix(items.count - 1))
      }
      let panel = try EarlyWarning(try BeepSeries(beeps, names: items), options: options)
      try EarlyWarningResult(panel: panel, seed: seed, like: first).print(as: table.format)
    } catch let error as InferenceError {
      throw BadInput(table.place, error)
    }
  }

  private func rows(of items: [String]) throws -> [TableRow] {
    let rows = try Columns(
      file: table.file, separator: table.separator, outcome: items[0], time: table.time,
      regressors: items.dropFirst() + [beep].compactMap(\.self), group: byDay
    ).rows()
    return table.time == nil ? rows : rows.inTime
  }

  private func day(of row: TableRow, like first: Moment) throws -> Int {
    let text = row.group ?? ""
    guard let moment = Moment(text), let day = moment.wholeDay, moment.isDate == first.isDate
    else {
      throw BadInput(
        "\(table.file.name): line \(row.line), column \(byDay)",
        "\"\(text.prefix(40))\" is no whole day written like \(first.text)",
        cure: "write whole numbers or dates within a million days of day 0")
    }
    return day
  }

  private func number(of row: TableRow) throws -> Int? {
    guard let beep else { return nil }
    guard let cell = row.regressors.last ?? nil, abs(cell) <= 1e6, cell == cell.rounded() else {
      throw BadInput(
        "\(table.file.name): line \(row.line), column \(beep)",
        "the number of the beep is missing or not whole",
        cure: "write a whole number in every row, or leave --beep out")
    }
    return Int(cell)
  }
}
