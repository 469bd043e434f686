/// A code of a published code system.
public struct Code: Hashable, Sendable {
  /// The address that names the code system, such as `http://loinc.org`.
  public let system: String
  /// The code itself, such as `44261-6`.
  public let value: String
}
