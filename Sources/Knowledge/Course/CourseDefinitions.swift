/// The definitions by which the course of an episode is read: response, remission that lasts,
/// recovery, relapse, plateau, early improvement.
public struct CourseDefinitions: Hashable, Sendable {
  /// The fall from the score before treatment that counts as response, as a fraction.
  public let response: Double
  /// The fall that counts as partial response, as a fraction.
  public let partialResponse: Double
  /// The consecutive weeks of minimal symptoms after which remission is sustained.
  public let sustainedRemissionWeeks: Int
  /// The months from the start of remission after which a person has recovered.
  public let recoveryMonths: Int
  /// What counts as relapse on each instrument that has a definition.
  public let relapse: [InstrumentID: RelapseDefinition]
  /// What counts as a plateau.
  public let plateau: PlateauDefinition
  /// What counts as early improvement.
  public let earlyImprovement: EarlyImprovementDefinition
  /// Where all this comes from; the evidence of each definition stands beside it.
  public let provenance: Provenance
  /// The evidence of response and partial response.
  public let responseEvidence: Evidence
  /// The evidence of sustained remission and recovery.
  public let remissionEvidence: Evidence
}
