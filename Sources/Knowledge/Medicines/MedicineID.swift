/// The identifier of a medicine: its generic name in lower case, words joined by hyphens.
public struct MedicineID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
