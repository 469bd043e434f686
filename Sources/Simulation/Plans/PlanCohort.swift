/// Who is included in a plan, out of all invented people who come to be treated.
public struct PlanCohort: Hashable, Sendable {
  /// The least total of the PHQ-9 on the day of inclusion, 0 to 27.
  public let leastTotal: Int

  /// The least total when a plan does not say: 14.
  public static let usualLeastTotal = 14

  /// Creates a cohort.
  ///
  /// - Parameter leastTotal: the least total of the PHQ-9, 0 to 27.
  public init(leastTotal: Int = usualLeastTotal) { self.leastTotal = leastTotal }
}
