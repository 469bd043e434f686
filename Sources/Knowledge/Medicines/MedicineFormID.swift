/// The identifier of a form that a medicine comes in, such as an extended-release tablet.
public struct MedicineFormID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
