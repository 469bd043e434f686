import ArgumentParser
import MemoryScience

/// `anamnesis practice calibration`
struct PracticeCalibrationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibration",
    abstract: "Hold foretold recall against what happened.",
    discussion: """
      Every review that comes a day or more after the one before is foretold from those before it. The \
      probabilities of FSRS come from flashcards: do not believe them for personal memories before \
      this report finds nothing against them. Give weights that were not fitted to the same reviews, \
      or fit them on the way with --fitted, which foretells each memory by weights fitted to the others.

      EXAMPLES:
        anamnesis practice calibration reviews.csv
        anamnesis practice calibration reviews.csv --fitted --bins 5
      """)

  @OptionGroup var practice: PracticeOptions

  @Option(help: "The weights, in a file; the defaults of FSRS-6 if not said.")
  var weights: WeightsFile?

  @Flag(help: "Foretell each memory by weights fitted to the others, in five folds.")
  var fitted = false

  @Option(help: "The most bins, 2 to 100.")
  var bins = 10

  @Option(help: "The confidence of intervals, 0.5 to 0.999.")
  var confidence = 0.95

  @Option(help: "The seed that deals memories into folds.")
  var seed: UInt64 = 1

  func validate() throws {
    guard !fitted || weights == nil else {
      throw ValidationError("--fitted: weights are fitted or given, not both.")
    }
  }

  func run() throws {
    let log = try practice.log()
    let weights = try weights?.weights() ?? .defaults
    do {
      let calibration = try PracticeCalibration(
        try predictions(log, weights), bins: bins, confidence: confidence)
      try PracticeCalibrationResult(
        log: log, calibration: calibration, confidence: confidence, isFitted: fitted
      ).print(as: practice.format)
    } catch let error as MemoryScienceError {
      throw BadInput(practice.file.name, error)
    }
  }

  private func predictions(
    _ log: PracticeLog, _ weights: MemoryModel.Weights
  ) throws(MemoryScienceError) -> PracticePredictions {
    let convention = practice.days.convention
    guard fitted else {
      return PracticePredictions(log, model: MemoryModel(weights: weights, convention: convention))
    }
    var counter = practice.counter(of: "fits")
    defer { counter.end() }
    return try PracticeOptimiser(convention: convention)
      .crossPredictions(log, split: .cards(folds: 5, seed: seed)) { counter.reached($0) }
  }
}
