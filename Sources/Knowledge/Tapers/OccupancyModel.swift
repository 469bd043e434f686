/// How much of a target a daily dose occupies: a rectangular hyperbola (Michaelis-Menten, Emax model).
///
/// `occupancy(D) = maximum · D / (halfMaximalDose + D)`, in percent, with the dose in mg a day. The
/// logarithm of the half-maximal dose is normal around the stated value.
public struct OccupancyModel: Hashable, Sendable {
  /// A published pair of dose and occupancy that the model must reproduce.
  public struct Point: Hashable, Sendable {
    /// The dose, in mg a day.
    public let dose: Double
    /// The occupancy, in percent.
    public let occupancy: Double
  }

  /// The form the parameters are for; nil for every form.
  public let form: MedicineFormID?
  /// The occupancy that no dose exceeds, in percent; above 0 and at most 100.
  public let maximum: Double
  /// The dose of half the maximum, in mg a day; above 0.
  public let halfMaximalDose: Double
  /// The published or derived range of that dose, in mg a day; nil when none is stated.
  public let halfMaximalRange: ClosedRange<Double>?
  /// The standard deviation of the logarithm of that dose.
  public let spread: Double
  /// Published points; the loader checks that the model is within 10 % of each dose.
  public let published: [Point]
  /// How well those points are known and where they come from; nil when there are none.
  public let publishedEvidence: Evidence?
  /// How well the parameters are known and where they come from.
  public let evidence: Evidence

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - form: the form the parameters are for; nil for every form.
  ///   - maximum: the occupancy that no dose exceeds, in percent.
  ///   - halfMaximalDose: the dose of half the maximum, in mg a day; above 0.
  ///   - halfMaximalRange: the stated range of that dose.
  ///   - spread: the standard deviation of the logarithm of that dose.
  ///   - published: points that the model reproduces.
  ///   - publishedEvidence: how well those are known and where they come from.
  ///   - evidence: how well the parameters are known and where they come from.
  public init(
    form: MedicineFormID?, maximum: Double, halfMaximalDose: Double,
    halfMaximalRange: ClosedRange<Double>? = nil, spread: Double, published: [Point] = [],
    publishedEvidence: Evidence? = nil, evidence: Evidence
  ) {
    self.form = form
    self.maximum = maximum
    self.halfMaximalDose = halfMaximalDose
    self.halfMaximalRange = halfMaximalRange
    self.spread = spread
    self.published = published
    self.publishedEvidence = publishedEvidence
    self.evidence = evidence
  }

  /// The occupancy at a dose.
  ///
  /// - Parameter dose: mg a day, 0 or more.
  /// - Returns: percent, from 0 to below ``maximum``.
  public func occupancy(atDose dose: Double) -> Double {
    maximum * dose / (halfMaximalDose + dose)
  }

  /// The dose with an occupancy.
  ///
  /// - Parameter occupancy: percent.
  /// - Returns: mg a day; 0 for an occupancy of 0 or less, infinity for one that no dose reaches.
  public func dose(atOccupancy occupancy: Double) -> Double {
    guard occupancy > 0 else { return 0 }
    guard occupancy < maximum else { return .infinity }
    return halfMaximalDose * occupancy / (maximum - occupancy)
  }

  /// The same curve with another half-maximal dose.
  ///
  /// - Parameter dose: mg a day.
  /// - Returns: the model.
  public func halfMaximal(at dose: Double) -> OccupancyModel {
    OccupancyModel(
      form: form, maximum: maximum, halfMaximalDose: dose, halfMaximalRange: halfMaximalRange,
      spread: spread, published: published, evidence: evidence)
  }
}
