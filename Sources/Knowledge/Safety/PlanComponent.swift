/// One component of a person's own plan for a crisis, in the project's own words.
public struct PlanComponent: Hashable, Sendable {
  /// Which part of the plan it is.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// Signs that a crisis may be near.
    case warningSigns
    /// What the person can do alone.
    case ownSteps
    /// People and places that take the mind off things.
    case distractions
    /// People to ask for help.
    case people
    /// Professionals and services.
    case professionals
    /// Safer surroundings.
    case saferPlace
    /// What is worth living for.
    case reasonsToLive
  }

  /// Which part of the plan it is.
  public let place: Place
  /// Its heading, as the person reads it.
  public let title: String
  /// What to think about when filling it in.
  public let prompt: String
  /// Whether a plan is complete without it.
  public let isOptional: Bool
  /// Where it comes from.
  public let evidence: Evidence
}
