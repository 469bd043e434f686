/// A code of a published code system.
public struct Coding: Hashable, Sendable, Codable {
  /// The address that names the code system, such as `http://loinc.org`.
  public let system: Name
  /// The code itself.
  public let code: Name

  /// Creates a coding.
  ///
  /// - Parameters:
  ///   - system: the address that names the code system.
  ///   - code: the code itself.
  public init(system: Name, code: Name) {
    self.system = system
    self.code = code
  }
}
