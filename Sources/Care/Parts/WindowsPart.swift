public import Time
public import Windows

/// Windows that published time courses suggest after what was given, in three layers that never mix.
///
/// A model of groups, for the care team to look at and for research. No rule, stage, taper, alert or
/// due list reads it: `docs/decisions/0013-windows-stand-behind-a-wall.md`.
public struct WindowsPart: Sendable {
  /// What the record holds and no window counts.
  public struct LeftOut: Hashable, Sendable {
    /// Sessions that were ended early.
    public let stoppedSessions: Int
    /// Courses that were broken off, by name.
    public let stoppedCourses: [String]
    /// Names of sessions that are not in the catalogue.
    public let unknownNames: [String]
  }

  /// What must be said with every window.
  public let statement: String
  /// The moment that levels are asked for.
  public let moment: Instant
  /// Where days are counted.
  public let zone: Zone
  /// The antidepressant effect in human trials.
  public let effect: [Window<AntidepressantEffect>]
  /// Biomarkers in people.
  public let biomarker: [Window<HumanBiomarker>]
  /// Structure and critical periods in rodents.
  public let rodent: [Window<RodentPlasticity>]
  /// What no window counts.
  public let leftOut: LeftOut
  /// The seed of the parameter sets.
  public let seed: UInt64
  /// How many parameter sets were drawn.
  public let draws: Int
  /// What it was computed from.
  public let basis: Basis
}
