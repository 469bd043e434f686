/// The identifier of a class of medicines in the vocabulary, such as a chemical or pharmacological group.
public struct MedicineClassID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
