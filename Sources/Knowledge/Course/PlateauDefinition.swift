/// What counts as a plateau: a level above remission that has stopped moving under treatment.
public struct PlateauDefinition: Hashable, Sendable {
  /// The instrument whose points are meant.
  public let instrument: InstrumentID
  /// The days over which the slope is projected.
  public let projectionDays: Int
  /// The projected change, in points either way, below which the level counts as still.
  public let changeBelow: Double
  /// The probability that the change is that small, at least.
  public let probabilityAtLeast: Double
  /// The weeks for which the level has been above remission, at least.
  public let weeksAboveRemission: Int
  /// The weeks of treatment before a plateau can be called, at least.
  public let weeksOfTreatment: Int
  /// Whether the definition is this project's own convention and not a published one.
  public let isHouseRule: Bool
  /// Where it comes from.
  public let evidence: Evidence
}
