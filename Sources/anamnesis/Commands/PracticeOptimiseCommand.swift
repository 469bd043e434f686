import ArgumentParser
import MemoryScience

/// `anamnesis practice optimise`
struct PracticeOptimiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimise",
    abstract: "Fit the weights of FSRS-6 to one's own reviews.",
    discussion: """
      Reviews that come a day or more after the one before are foretold; recent ones count more, and \
      weights are held near the defaults where the log says little. The weights are then fitted again \
      without some of the memories, and without later reviews, to see whether they foretell what they \
      were not fitted to. Keep the defaults until they do. The defaults come from flashcards; for \
      personal memories a grade is vividness or completeness.

      EXAMPLES:
        anamnesis practice optimise reviews.csv
        anamnesis practice optimise anki.csv --card card_id --time review_time --grade review_rating
      """)

  @OptionGroup var practice: PracticeOptions

  @Option(help: "Start from the weights in this file rather than from the defaults.")
  var weights: WeightsFile?

  @Option(help: "How strongly weights are held near the start, 0 to 1000.")
  var prior = 1.0

  @Flag(help: "Let all reviews count alike.")
  var noRecency = false

  @Option(help: "How often weights are fitted without a part of the log, 2 to 20.")
  var folds = 5

  @Option(help: "The seed that deals memories into folds.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (2...20).contains(folds) else {
      throw ValidationError("--folds: write a number from 2 to 20.")
    }
  }

  func run() throws {
    let log = try practice.log()
    let start = try weights?.weights() ?? .defaults
    do {
      let optimiser = try PracticeOptimiser(
        start: start, convention: practice.days.convention, priorStrength: prior,
        isRecencyWeighted: !noRecency)
      let fit = try optimiser.fit(log)
      let checks = validated(optimiser, log)
      try PracticeFitResult(log: log, optimiser: optimiser, fit: fit, checks: checks)
        .print(as: practice.format)
    } catch let error as MemoryScienceError {
      throw BadInput(practice.file.name, error)
    }
  }

  private func validated(
    _ optimiser: PracticeOptimiser, _ log: PracticeLog
  ) -> [PracticeFitResult.Check] {
    var counter = practice.counter(of: "fits")
    defer { counter.end() }
    var done = 0
    let splits: [PracticeValidation.Split] = [
      .cards(folds: folds, seed: seed), .time(folds: folds),
    ]
    return splits.map { split in
      let result = Result { () throws(MemoryScienceError) in
        try optimiser.validation(log, split: split) { _ in
          done += 1
          counter.reached(done)
        }
      }
      return PracticeFitResult.Check(split: split, result: result)
    }
  }
}
