public import JSON

/// The daily dose of a medicine from this moment on; zero when it is stopped.
public struct DoseStep: Hashable, Sendable, Codable {
  /// The medicine.
  public let substance: Name
  /// The dose a day from now on.
  public let dosePerDay: Quantity
  /// The dose a day until now.
  public let previousPerDay: Quantity?
  /// Why it changed.
  public let reason: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - substance: the medicine.
  ///   - dosePerDay: the dose a day from now on.
  ///   - previousPerDay: the dose a day until now.
  ///   - reason: why it changed.
  /// - Throws: an error when a dose is negative or the two doses have different units.
  public init(
    substance: Name, dosePerDay: Quantity, previousPerDay: Quantity? = nil, reason: FreeText? = nil
  ) throws(FieldError) {
    guard dosePerDay.value >= 0 else {
      throw FieldError("dosePerDay.value", "\(dosePerDay.value) is negative")
    }
    if let previousPerDay {
      guard previousPerDay.value >= 0 else {
        throw FieldError("previousPerDay.value", "\(previousPerDay.value) is negative")
      }
      guard previousPerDay.unit == dosePerDay.unit else {
        throw FieldError(
          "previousPerDay.unit",
          "\(previousPerDay.unit.rawValue) differs from \(dosePerDay.unit.rawValue) of the new dose"
        )
      }
    }
    self.substance = substance
    self.dosePerDay = dosePerDay
    self.previousPerDay = previousPerDay
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case substance, dosePerDay, previousPerDay, reason
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      substance: container.decode(Name.self, forKey: .substance),
      dosePerDay: container.decode(Quantity.self, forKey: .dosePerDay),
      previousPerDay: container.decodeIfPresent(Quantity.self, forKey: .previousPerDay),
      reason: container.decodeIfPresent(FreeText.self, forKey: .reason))
  }
}
