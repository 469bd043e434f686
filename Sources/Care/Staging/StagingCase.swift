/// What staging needs to know about a person, as far as it was recorded.
public struct StagingCase: Hashable, Sendable {
  /// The trials, in any order.
  public let trials: [TreatmentTrial]
  /// How long the present episode has lasted, in months.
  public let episodeMonths: Recorded<Double>
  /// The grade of severity at the baseline, by its identifier in the Maudsley method.
  public let severity: Recorded<String>
  /// The points of the checklist that were asked: whether each was found, by identifier.
  public let checks: [String: Bool]

  /// Creates a case; what is left out is not recorded.
  ///
  /// - Parameters:
  ///   - trials: the trials.
  ///   - episodeMonths: how long the present episode has lasted.
  ///   - severity: the grade of severity at the baseline.
  ///   - checks: the points of the checklist that were asked.
  public init(
    trials: [TreatmentTrial], episodeMonths: Recorded<Double> = .notRecorded,
    severity: Recorded<String> = .notRecorded, checks: [String: Bool] = [:]
  ) {
    self.trials = trials
    self.episodeMonths = episodeMonths
    self.severity = severity
    self.checks = checks
  }
}
