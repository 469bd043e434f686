/// Something that changes how much a session leaves behind.
public struct WindowModifier: Hashable, Sendable {
  /// The gain for sessions given in one way.
  public struct Gain: Hashable, Sendable {
    /// How many sessions a day it holds for.
    public let sessionsPerDay: ClosedRange<Int>
    /// The factor on what a session leaves.
    public let factor: Double
    /// The lowest and the highest plausible factor; nil where no range was published.
    public let range: ClosedRange<Double>?
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The identifier.
  public let id: String
  /// The name as readers see it.
  public let name: String
  /// The medicine that has to be taken before the session.
  public let medicine: MedicineID
  /// How many days before the session it has to be taken.
  public let daysBefore: ClosedRange<Double>
  /// The treatments whose sessions it changes.
  public let treatments: [TreatmentID]
  /// The layers in which it counts.
  public let layers: Set<EvidenceLayer>
  /// The gains, which overlap nowhere.
  public let gains: [Gain]
  /// How well the record is known and where it comes from.
  public let evidence: Evidence

  /// The gain of a session.
  ///
  /// - Parameters:
  ///   - treatment: the treatment.
  ///   - sessions: how many sessions of it were given that day.
  ///   - layer: the layer asked for.
  /// - Returns: the gain; nil where none is known, which is no gain of 1.
  public func gain(
    of treatment: TreatmentID, sessionsThatDay sessions: Int, in layer: EvidenceLayer
  ) -> Gain? {
    guard treatments.contains(treatment), layers.contains(layer) else { return nil }
    return gains.first { $0.sessionsPerDay.contains(sessions) }
  }
}
