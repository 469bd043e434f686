public import Time

/// The person's own plan for a crisis, as they wrote it.
public struct SafetyPlanPart: Sendable {
  /// One component of the plan.
  public struct Component: Hashable, Sendable {
    /// Its heading.
    public let title: String
    /// What to think about when filling it in.
    public let prompt: String
    /// What the person wrote; empty while it is to be filled in.
    public let lines: [String]
    /// Whether a plan is complete without it.
    public let isOptional: Bool
  }

  /// The day of the plan that counts.
  public let day: Day
  /// Every component in its order.
  public let components: [Component]

  /// The components without which the plan is not complete.
  public var needed: [Component] { components.filter { !$0.isOptional } }
  /// The needed components that are still empty.
  public var missing: [Component] { needed.filter(\.lines.isEmpty) }
  /// Whether nothing needed is missing.
  public var isComplete: Bool { missing.isEmpty }
}
