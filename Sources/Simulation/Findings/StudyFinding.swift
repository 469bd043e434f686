/// What a study found, ready to be told.
public struct StudyFinding: Hashable, Sendable {
  /// The study.
  public let study: Study
  /// What was counted.
  public let tally: StudyTally
  /// How many people were asked for; fewer are in the tally when it was stopped early.
  public let asked: Int
  /// The seed.
  public let seed: UInt32

  /// Creates a finding.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - tally: what was counted.
  ///   - asked: how many people were asked for.
  ///   - seed: the seed.
  public init(_ study: Study, _ tally: StudyTally, asked: Int, seed: UInt32) {
    self.study = study
    self.tally = tally
    self.asked = asked
    self.seed = seed
  }

  /// Whether it was stopped before everybody was done.
  public var isPartial: Bool { tally.people < asked }

  /// The forms of one scenario on its days.
  ///
  /// - Parameter index: the place of the scenario.
  /// - Returns: one for each of the study's days; nothing when there is no such scenario.
  public func forms(_ index: Int) -> [FormTally] {
    tally.scenarios.indices.contains(index) ? tally.scenarios[index] : []
  }

  /// The forms of one scenario on the last day on which there are any.
  ///
  /// - Parameter index: the place of the scenario.
  /// - Returns: the forms; nil when there are none.
  public func end(_ index: Int) -> FormTally? { forms(index).last }
}
