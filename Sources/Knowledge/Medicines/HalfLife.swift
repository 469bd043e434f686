/// How long half of a medicine stays in the body, in hours.
public struct HalfLife: Hashable, Sendable {
  /// Of the medicine itself.
  public let hours: ClosedRange<Double>
  /// Of what the body makes of it, where that works too; nil when there is no such thing.
  public let metaboliteHours: ClosedRange<Double>?
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
