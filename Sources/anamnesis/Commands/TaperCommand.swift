import ArgumentParser
import Care
import Knowledge
import Time

/// `anamnesis taper`
struct TaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taper",
    abstract: "Calculate a schedule of falling doses, for prescribers to review.",
    discussion: """
      By default every step falls by at most 10 points of predicted occupancy, so that doses fall in \
      ever smaller steps; rounding to what can be made up never makes a step larger. Where the \
      medicine has no usable data the command refuses and says what is allowed instead. It is meant \
      for clinicians who review it, not for patients.

      EXAMPLES:
        anamnesis taper MEDICINE --from 40mg --tablets 20,10 --liquid 2mg/ml --step 10 --every 2w
        anamnesis taper MEDICINE --from 20mg --tablets 20,10,5 --splitting halves --cautious
        anamnesis taper MEDICINE --from 45mg --tablets 15 --splitting halves --mode proportional
        anamnesis taper MEDICINE --from 40mg --mode preset --start 2026-03-02 --format json
      """)

  @Argument(help: "The medicine by its generic name or another name of the catalogue.")
  var medicine: String

  @Option(help: ArgumentHelp("The dose a day that is taken now.", valueName: "dose"))
  var from: String

  @OptionGroup(title: "What doses are made from") var formulation: FormulationOptions

  @Option(help: "occupancy, proportional or preset.")
  var mode = TaperRequest.Mode.occupancy

  @Option(
    help: ArgumentHelp(
      "The most points of occupancy in a step; those of the pace if not said.", valueName: "points")
  )
  var step: Double?

  @Flag(help: "Smaller steps: the cautious pace.")
  var cautious = false

  @Flag(help: "Larger steps: the fast pace.")
  var fast = false

  @Option(
    help: ArgumentHelp(
      "Time between steps, such as 10d or 2w; 2w, or 4w for a slow medicine, if not said.",
      valueName: "time"))
  var every: String?

  @Option(help: ArgumentHelp("The day of the first step.", valueName: "date"))
  var start: String?

  @Option(help: ArgumentHelp("The smallest dose to be used.", valueName: "dose"))
  var smallest: String?

  @OptionGroup(title: "What raises the risk of withdrawal") var history: TaperHistoryOptions

  @Flag(help: "Allow a model guessed from the class where the medicine has none of its own.")
  var fallback = false

  @Option(help: "text or json.")
  var format = OutputFormat.text

  func validate() throws {
    guard [cautious, fast, step != nil].filter(\.self).count <= 1 else {
      throw ValidationError("Give one of --step, --cautious and --fast.")
    }
    guard mode == .occupancy || step == nil && !cautious && !fast else {
      throw ValidationError(
        "--step, --cautious and --fast belong to --mode occupancy; leave them out.")
    }
  }

  func run() throws {
    let knowledge = try Knowledge.shipped()
    let request = try request()
    do {
      let plan = try TaperPlanner(knowledge).plan(request)
      try TaperResult(plan: plan).print(as: format)
    } catch let error as TaperError {
      throw BadInput("taper", Refusal(error: error))
    }
  }

  private func request() throws -> TaperRequest {
    var request = TaperRequest(
      medicine,
      from: try option("--from") { () throws(TaperError) in try ExactDose(reading: from) },
      formulation: try formulation.set(), mode: mode)
    request.form = formulation.form.map(MedicineFormID.init(rawValue:))
    request.size = step.map { .points($0) } ?? .pace(cautious ? .cautious : fast ? .fast : .usual)
    request.everyDays = try option("--every") { () throws(TaperError) in
      guard let every else { return nil }
      return try TimeSpan(reading: every).wholeDays
    }
    request.start = try day()
    request.smallest = try option("--smallest") { () throws(TaperError) in
      guard let smallest else { return .zero }
      return try ExactDose(reading: smallest)
    }
    request.history = try history.history()
    request.allowsFallback = fallback
    return request
  }

  private func day() throws -> Day? {
    guard let start else { return nil }
    guard let day = Day(start) else {
      throw BadInput("--start", "'\(start)' is no date", cure: "write it such as 2026-03-02")
    }
    return day
  }
}

/// A refusal with the options that do what it advises.
private struct Refusal: Error, CustomStringConvertible {
  let error: TaperError

  var description: String {
    switch error {
    case .noModel:
      "\(error) Use --mode proportional, --mode preset or --fallback, as far as it applies."
    case .noFormulation: "\(error): --tablets 20,10 or --liquid 2mg/ml"
    case .needsForm, .unknownForm: "\(error) by --form"
    default: "\(error)"
    }
  }
}

/// Reads an option and puts its name before what is wrong with it.
///
/// - Parameters:
///   - name: the option.
///   - read: reads it.
/// - Returns: what was read.
/// - Throws: ``BadInput`` with the name of the option.
func option<Value>(_ name: String, _ read: () throws(TaperError) -> Value) throws -> Value {
  do { return try read() } catch { throw BadInput(name, error) }
}
