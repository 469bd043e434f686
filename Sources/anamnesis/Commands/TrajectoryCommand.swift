import ArgumentParser
import Inference

/// `anamnesis trajectory`
struct TrajectoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trajectory",
    abstract: "Fit a drifting level to a column and print its path.",
    discussion: """
      The outcome is read as a level that drifts, seen through noise, with regressors if you name \
      some. The start is exactly diffuse. Rows without an outcome stay in the path as times at which \
      the level is wanted.

      EXAMPLES:
        anamnesis trajectory days.csv --time day --outcome mood
        anamnesis trajectory days.csv --time day --outcome mood --regressors sleep,dose
        anamnesis trajectory days.csv --outcome mood --affect --method posterior --format json
      """)

  /// How the variances are found.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case ml
    case posterior
  }

  @OptionGroup var table: TableOptions

  @Option(help: ArgumentHelp("Columns of regressors.", valueName: "column,column"))
  var regressors = ColumnList()

  @Flag(help: "Add an affect that moves around the level and decays over days.")
  var affect = false

  @Option(
    help: """
      ml takes the likeliest variances as known; posterior carries their uncertainty into every \
      interval.
      """)
  var method = Method.ml

  @Flag(help: "Leave out outcomes of rows in which a regressor is missing, rather than refuse.")
  var dropIncomplete = false

  func run() throws {
    let rows = try table.rows(regressors: regressors.names)
    do {
      let trajectory = try fit(rows)
      try TrajectoryResult(
        outcome: table.outcome, method: method, moments: rows.map(\.moment), trajectory: trajectory
      ).print(as: table.format)
    } catch let error as InferenceError {
      throw BadInput(table.place, error)
    }
  }

  private func fit(_ rows: [TableRow]) throws -> Trajectory {
    let series = try rows.series(
      regressors: regressors.names, dropIncomplete: dropIncomplete, file: table.file.name)
    let model = TrajectoryModel(hasAffect: affect)
    return switch method {
    case .ml: try Trajectory.maximumLikelihood(of: series, model: model)
    case .posterior: try Trajectory.posterior(of: series, model: model)
    }
  }
}
