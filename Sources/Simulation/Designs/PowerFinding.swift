/// What trials of a design found, ready to be told.
public struct PowerFinding: Hashable, Sendable {
  /// The design.
  public let design: Design
  /// What was counted.
  public let tally: PowerTally
  /// The seed.
  public let seed: UInt32

  /// Creates a finding.
  ///
  /// - Parameters:
  ///   - design: the design.
  ///   - tally: what was counted.
  ///   - seed: the seed.
  public init(_ design: Design, _ tally: PowerTally, seed: UInt32) {
    self.design = design
    self.tally = tally
    self.seed = seed
  }

  /// Whether it was stopped before all trials were done.
  public var isPartial: Bool { tally.trials < design.trials }
}
