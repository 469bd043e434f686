import ArgumentParser
import Inference

/// `anamnesis mediation`
struct MediationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mediation",
    abstract: "Ask how much of a cause's way to a later outcome leads over a mediator.",
    discussion: """
      One row a day. The cause of one day moves the mediator of a later day, which moves the outcome \
      of a day later still; what is measured on one day is never read as an effect. The way back, \
      from outcome to mediator, is always shown beside it. One person's days can be consistent with \
      mediation; they cannot prove it.

      EXAMPLES:
        anamnesis mediation days.csv --time day --cause walk --mediator recall --outcome mood
        anamnesis mediation days.csv --time day --cause walk --mediator recall --outcome mood \
      --attempt trial
      """)

  @OptionGroup var table: TableOptions

  @Option(help: ArgumentHelp("The column of the possible cause.", valueName: "column"))
  var cause: String

  @Option(help: ArgumentHelp("The column of the possible mediator.", valueName: "column"))
  var mediator: String

  @Option(
    help: ArgumentHelp(
      """
      The column that counts from 1 how often the task behind the mediator had been done; its \
      logarithm allows for practice.
      """, valueName: "column"))
  var attempt: String?

  @Flag(help: "Allow for practice in the outcome, too.")
  var practiceOnOutcome = false

  @Option(help: ArgumentHelp("Further columns to allow for.", valueName: "column,column"))
  var covariates = ColumnList()

  @Option(help: "Days from cause to mediator, and from mediator to outcome, 1 to 28.")
  var lag = 1

  @Flag(help: "Allow for days of the week.")
  var weekdays = false

  @Flag(help: "Do not allow for a slow course over the days.")
  var noTrend = false

  @Option(help: "The seed of the posterior draws.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...28).contains(lag) else {
      throw ValidationError("--lag: write a number from 1 to 28.")
    }
    guard !practiceOnOutcome || attempt != nil else {
      throw ValidationError("--practice-on-outcome: name the column of attempts with --attempt.")
    }
    let names = [table.outcome, cause, mediator] + [attempt].compactMap(\.self) + covariates.names
    guard Set(names).count == names.count else {
      throw ValidationError("A column is named twice; each can play one part.")
    }
  }

  func run() throws {
    let days = try days()
    let names = MediationSeries.Names(
      cause: cause, mediator: mediator, outcome: table.outcome, covariates: covariates.names)
    var options = Mediation.Options()
    options.lag = lag
    options.hasTrend = !noTrend
    options.hasSlowCourse = !noTrend
    options.hasWeekdays = weekdays
    options.practiceOnOutcome = practiceOnOutcome
    options.seed = seed
    do {
      let mediation = try Mediation(try MediationSeries(days, names: names), options: options)
      try MediationResult(names: names, options: options, mediation: mediation)
        .print(as: table.format)
    } catch let error as InferenceError {
      throw BadInput(table.place, error)
    }
  }

  private func days() throws -> [MediationSeries.Day] {
    let columns = [cause, mediator] + covariates.names + [attempt].compactMap(\.self)
    return try table.rows(regressors: columns).map { row in
      guard let day = row.moment.wholeDay else {
        throw BadInput(
          "\(table.file.name): line \(row.line)", "\(row.moment.text) is no whole day",
          cure: "give one row a day, and whole days within a million of day 0")
      }
      return MediationSeries.Day(
        day: day, cause: row.regressors[0], mediator: row.regressors[1], outcome: row.value,
        attempt: attempt == nil ? nil : row.regressors[columns.count - 1],
        covariates: Array(row.regressors[2..<2 + covariates.names.count]))
    }
  }
}
