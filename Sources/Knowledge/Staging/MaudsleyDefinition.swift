/// The points of the Maudsley Staging Method.
public struct MaudsleyDefinition: Hashable, Sendable {
  /// Points for numbers up to a bound.
  public struct Step: Hashable, Sendable {
    /// The greatest number that gets the points; nil for all others.
    public let atMost: Double?
    /// The points.
    public let points: Int
  }

  /// Points for a grade of severity.
  public struct Severity: Hashable, Sendable {
    /// The identifier of the grade.
    public let id: String
    /// The points.
    public let points: Int
  }

  /// The weeks that make a trial adequate.
  public let weeks: ClosedRange<Double>
  /// Points for the months of the presenting episode.
  public let durationMonths: [Step]
  /// Points for severity at the baseline.
  public let severity: [Severity]
  /// Points for failed antidepressants.
  public let failures: [Step]
  /// Points when augmentation was used.
  public let augmentationUsed: Int
  /// Points when electroconvulsive therapy was used.
  public let ectUsed: Int
  /// The bands of the total.
  public let bands: [Band]
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}

extension [MaudsleyDefinition.Step] {
  /// The points of a number.
  ///
  /// - Parameter number: months or failures.
  /// - Returns: the points of the first step that holds it; nil when none does.
  public func points(for number: Double) -> Int? {
    first { number <= $0.atMost ?? .infinity }?.points
  }
}
