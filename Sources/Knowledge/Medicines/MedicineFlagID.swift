/// The identifier of a property that medicines share across classes, as the vocabulary defines it.
public struct MedicineFlagID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
