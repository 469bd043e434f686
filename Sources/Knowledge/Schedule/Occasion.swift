/// When something is measured within a phase of treatment.
public enum Occasion: Hashable, Sendable {
  /// Once, when the phase begins.
  case start
  /// At every visit, call or message with the team.
  case everyContact
  /// Again and again; where it is given, never with a longer gap than the second.
  case every(MeasurementInterval, noRarerThan: MeasurementInterval?)
  /// Once in each of these weeks, counted from the start of the phase.
  case weeks([Int])
  /// Once between these weeks, counted from the start of the phase.
  case withinWeeks(ClosedRange<Int>)
}
