/// What an interaction or an interval between medicines is about.
public enum Substances: Hashable, Sendable {
  /// One medicine.
  case medicine(MedicineID)
  /// All medicines of a class.
  case medicineClass(MedicineClassID)
  /// All medicines with a property.
  case flag(MedicineFlagID)
  /// Something that is no medicine of the catalogue, in words.
  case other(String)

  /// Tells whether a medicine is meant.
  ///
  /// - Parameter medicine: the medicine.
  /// - Returns: true when it is the one named, or has the class or the property.
  public func include(_ medicine: Medicine) -> Bool {
    switch self {
    case .medicine(let id): medicine.id == id
    case .medicineClass(let id): medicine.medicineClass == id
    case .flag(let id): medicine.flags[id] != nil
    case .other: false
    }
  }
}
