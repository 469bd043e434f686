/// The doses of one medicine over time, drawn as steps.
public struct DoseSeries: Hashable, Sendable {
  /// A dose that holds until the next step.
  public struct Step: Hashable, Sendable {
    /// The first day of the dose, in days since the axis's origin.
    public let day: Double
    /// The dose, in the series' unit; 0 for stopped.
    public let dose: Double

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - day: first day of the dose, in days since the axis's origin.
    ///   - dose: the dose, in the series' unit; 0 for stopped.
    public init(_ day: Double, _ dose: Double) {
      self.day = day
      self.dose = dose
    }
  }

  /// The medicine and its unit.
  public let label: String
  /// The steps, by day.
  public let steps: [Step]
  /// Day until which the last dose is known to hold.
  public let end: Double

  /// Creates a series.
  ///
  /// - Parameters:
  ///   - label: the medicine and its unit.
  ///   - steps: the steps, in any order.
  ///   - end: day until which the last dose is known to hold.
  public init(label: String, steps: [Step], end: Double) {
    self.label = label
    self.steps = steps.filter { $0.day.isDrawable && $0.dose.isDrawable }
      .sorted { $0.day < $1.day }
    self.end = end
  }
}
