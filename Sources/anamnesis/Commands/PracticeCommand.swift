import ArgumentParser

/// `anamnesis practice`
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Fit, check and plan spaced practice of memories by FSRS-6.",
    discussion: """
      A log of practice is a CSV file with one review a row: which memory, when, and how well it came \
      back (1 again, 2 hard, 3 good, 4 easy).

      EXAMPLES:
        anamnesis practice calibration reviews.csv
        anamnesis practice optimise reviews.csv --format json
        anamnesis practice simulate --memories 40 --days 90 --minutes 5
      """,
    subcommands: [
      PracticeOptimiseCommand.self, PracticeCalibrationCommand.self, PracticeSimulateCommand.self,
    ])
}
