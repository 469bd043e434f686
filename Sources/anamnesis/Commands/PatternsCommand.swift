import ArgumentParser
import Inference

/// `anamnesis patterns`
struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "Ask whether columns go along with an outcome from day to day.",
    discussion: """
      Few questions, fixed beforehand: every predictor one and two days earlier, and those named by \
      --nights also on the same day. \
      Drift, weekdays and carry-over of the outcome are taken out first, and each predictor counts as \
      its deviation from its own fortnight. What stands out has to foretell, to come before and to be \
      tied to its days before it is shown. Rows of one day are averaged. A pattern says what goes \
      along with what; it does not say what causes what.

      EXAMPLES:
        anamnesis patterns days.csv --time day --outcome mood --predictors sleep,steps --nights sleep
        anamnesis patterns days.csv --time date --outcome mood --predictors sleep --lags 1
        anamnesis patterns days.csv --time day --outcome mood --predictors sleep --nights sleep --format json
      """)

  @OptionGroup var table: TableOptions

  @Option(help: ArgumentHelp("Columns that may go along with it.", valueName: "column,column"))
  var predictors: ColumnList

  @Option(
    help: ArgumentHelp("How many days predictors come before, 0 to 14.", valueName: "days,days"))
  var lags = LagList()

  @Option(
    help: ArgumentHelp(
      "Those of the predictors that are over before the outcome of their day, such as the night's sleep: only these are asked about at lag 0.",
      valueName: "column,column"))
  var nights = ColumnList()

  @Option(help: "The largest acceptable share of wrong signs among what stands out.")
  var falseSignRate = PatternSettings().falseSignRate

  @Option(
    help: """
      Wait for days enough to see an effect of this size, in standard deviations of the outcome.
      """)
  var effectOfInterest = PatternSettings().effectOfInterest

  @Option(help: "The seed of the sampler.")
  var seed: UInt64 = 1

  func validate() throws {
    guard !predictors.names.contains(table.outcome) else {
      throw ValidationError("--predictors: the outcome cannot predict itself.")
    }
    try checkNights()
  }

  /// Whether no lag is left for a column that may follow from its own day.
  private func checkNights() throws {
    let unknown = nights.names.filter { !predictors.names.contains($0) }
    guard unknown.isEmpty else {
      throw ValidationError("--nights: \(unknown[0]) is not among the predictors.")
    }
    guard lags.days.contains(where: { $0 > 0 }) || nights.names.count == predictors.names.count
    else {
      throw ValidationError(
        "--lags: lag 0 needs --nights: what is measured during the day may follow from the outcome."
      )
    }
  }

  func run() throws {
    let diary = DailyTable(
      try table.rows(regressors: predictors.names), names: predictors.names, nights: nights.names)
    var settings = PatternSettings()
    settings.lags = lags.days
    settings.falseSignRate = falseSignRate
    settings.effectOfInterest = effectOfInterest
    settings.seed = seed
    do {
      let patterns = try Patterns.found(
        in: diary.outcome(), predictors: diary.predictors, settings: settings)
      try PatternsResult(outcome: table.outcome, diary: diary, patterns: patterns)
        .print(as: table.format)
    } catch let error as InferenceError {
      throw BadInput(table.place, error)
    }
  }
}

/// Lags in days, separated by commas.
struct LagList: ExpressibleByArgument, CustomStringConvertible {
  let days: [Int]

  init() { days = PatternSettings().lags }

  init?(argument: String) {
    let cells = argument.split(separator: ",", omittingEmptySubsequences: false)
    days = cells.compactMap { Int($0) }
    guard days.count == cells.count, Set(days).count == days.count,
      days.allSatisfy({ (0...14).contains($0) })
    else { return nil }
  }

  var description: String { days.map(String.init).joined(separator: ",") }
}
