import ArgumentParser
import Inference

/// `anamnesis effect`
struct EffectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effect",
    abstract: "Estimate what changed in a column at a date, and doubt it in good order.",
    discussion: """
      The outcome is read as a level that drifts, seen through noise, with what was done as an input \
      beside your regressors. The same input is tried at every other date: when others fit clearly \
      better, the change cannot be put down to the date you name. --at takes several dates for a decay \
      (one a session); its time constant is averaged over 2, 4, 7, 14 and 30 days.

      EXAMPLES:
        anamnesis effect days.csv --time day --outcome mood --at 99 --also holiday=104
        anamnesis effect days.csv --outcome mood --regressors sleep --at 99 --shape ramp --ramp-days 14
        anamnesis effect days.csv --outcome mood --shape decay --at 30 --at 33 --at 37 --format json
      """)

  /// How the input grows and fades.
  enum Shape: String, CaseIterable, ExpressibleByArgument {
    case step
    case ramp
    case decay
  }

  @OptionGroup var table: TableOptions

  @Option(help: ArgumentHelp("When it was done; repeat for further sessions.", valueName: "day"))
  var at: [Moment] = []

  @Option(
    help: "step: full at once and for good; ramp: growing, then held; decay: fading sessions.")
  var shape = Shape.step

  @Option(help: ArgumentHelp("Days in which a ramp grows (default: 14).", valueName: "days"))
  var rampDays: Double?

  @Option(help: ArgumentHelp("Columns of regressors.", valueName: "column,column"))
  var regressors = ColumnList()

  @Flag(help: "Add an affect that moves around the level and decays over days.")
  var affect = false

  @Option(
    help: """
      posterior carries the uncertainty of the variances into every interval; ml takes the likeliest \
      as known.
      """)
  var method = TrajectoryCommand.Method.posterior

  @Option(
    help: ArgumentHelp(
      "Something else that happened; repeat for more.", valueName: "name=day"))
  var also: [NamedMoment] = []

  @Option(help: ArgumentHelp("How near counts as the same time.", valueName: "days"))
  var window = 14.0

  @Flag(help: "Leave out outcomes of rows in which a regressor is missing, rather than refuse.")
  var dropIncomplete = false

  func validate() throws {
    guard !at.isEmpty else { throw ValidationError("--at: say when it was done.") }
    guard rampDays == nil || shape == .ramp else {
      throw ValidationError("--ramp-days: only a --shape ramp takes days to grow.")
    }
    guard window >= 0, window.isFinite else {
      throw ValidationError("--window: write a number of days of 0 at least.")
    }
  }

  func run() throws {
    let rows = try table.rows(regressors: regressors.names)
    try refuseOtherMoments(rows)
    do {
      let series = try rows.series(
        regressors: regressors.names, dropIncomplete: dropIncomplete, file: table.file.name)
      let analysis = try InterventionAnalysis(
        of: Intervention(inputShape, at: at.map(\.order)), on: series,
        model: TrajectoryModel(hasAffect: affect),
        method: method == .ml ? .maximumLikelihood : .posterior,
        events: also.map { ConcurrentEvent(name: $0.name, time: $0.moment.order) },
        window: window)
      try EffectResult(
        outcome: table.outcome, method: method, window: window,
        moments: rows.map(\.moment) + at + also.map(\.moment), analysis: analysis
      ).print(as: table.format)
    } catch let error as InferenceError {
      throw BadInput(table.place, error)
    }
  }

  private var inputShape: Intervention.Shape {
    switch shape {
    case .step: .step
    case .ramp: .ramp(days: rampDays ?? 14)
    case .decay: .decay
    }
  }

  /// A date among numbers would silently lie thousands of days away.
  private func refuseOtherMoments(_ rows: [TableRow]) throws {
    guard let first = rows.first?.moment else { return }
    let named = at.map { ("--at", $0) } + also.map { ("--also", $0.moment) }
    for (option, moment) in named where moment.isDate != first.isDate {
      throw BadInput(
        option, "\(moment.text) is not written like the times of the file",
        cure: "write it like \(first.text)")
    }
  }
}

extension Moment: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}

/// An event and its time, such as `holiday=104`.
struct NamedMoment: ExpressibleByArgument {
  let name: String
  let moment: Moment

  init?(argument: String) {
    guard let place = argument.lastIndex(of: "="), place > argument.startIndex,
      let moment = Moment(String(argument[argument.index(after: place)...]))
    else { return nil }
    name = String(argument[..<place])
    self.moment = moment
  }
}
