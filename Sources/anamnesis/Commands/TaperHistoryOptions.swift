import ArgumentParser
import Care

/// What raises the risk of withdrawal; what is left out is not recorded.
struct TaperHistoryOptions: ParsableArguments {
  /// A question that was asked.
  enum Answer: String, CaseIterable, ExpressibleByArgument {
    case yes
    case no
  }

  @Option(
    help: ArgumentHelp(
      "How long the medicine has been taken, such as 3y or 20w.", valueName: "time"))
  var duration: String?

  @Option(help: "Whether a former reduction led to severe withdrawal: yes or no.")
  var pastWithdrawal: Answer?

  @Option(help: "Whether missed doses led to symptoms: yes or no.")
  var missedDoseSymptoms: Answer?

  /// Reads the options.
  ///
  /// - Returns: the history.
  /// - Throws: ``BadInput`` with the name of the option.
  func history() throws -> TaperRequest.History {
    let years = try option("--duration") { () throws(TaperError) in
      guard let duration else { return Double?.none }
      return try TimeSpan(reading: duration).years
    }
    return TaperRequest.History(
      yearsOfUse: Recorded(years), hadSevereWithdrawal: Recorded(pastWithdrawal.map { $0 == .yes }),
      hasMissedDoseSymptoms: Recorded(missedDoseSymptoms.map { $0 == .yes }))
  }
}
