public import Knowledge

/// The identifier of a patient in a record; it is no name.
public struct PatientID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
