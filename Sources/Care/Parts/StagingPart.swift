/// Treatment resistance as staging counts it, with every trial and why it counts or not. Never for
/// the person whose trials they are.
public struct StagingPart: Sendable {
  /// Where the trials come from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// From this record alone: trials that it does not hold are not counted.
    case record
    /// From a list that somebody made.
    case stated
  }

  /// Where the trials come from.
  public let origin: Origin
  /// Everything that staging says.
  public let assessment: StagingAssessment
  /// What was given, by the labels of the trials.
  public let agents: [String: String]
}
