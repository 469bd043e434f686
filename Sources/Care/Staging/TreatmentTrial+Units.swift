extension TreatmentTrial.Amount {
  /// How many of the smallest unit of mass a unit holds.
  private static let masses: [String: Double] = ["ug": 1, "mg": 1_000, "g": 1_000_000]

  /// The number in another unit.
  ///
  /// - Parameter unit: the unit, as UCUM writes it.
  /// - Returns: the number; nil when one unit cannot be turned into the other.
  func converted(to unit: String) -> Double? {
    guard self.unit != unit else { return value }
    guard let from = Self.masses[self.unit], let to = Self.masses[unit] else { return nil }
    return value * from / to
  }
}

extension Double {
  /// The number without a fraction of nothing.
  var plain: String {
    let rounded = (self * 100).rounded() / 100
    return abs(rounded) < 1e15 && rounded == rounded.rounded()
      ? String(Int64(rounded)) : String(rounded)
  }

  /// A share as a percentage.
  var share: String { "\((self * 100).plain) %" }
}

extension ClosedRange<Double> {
  /// The range, or its one number.
  var plain: String {
    lowerBound == upperBound ? lowerBound.plain : "\(lowerBound.plain) to \(upperBound.plain)"
  }
}
