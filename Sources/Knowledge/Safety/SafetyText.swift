/// A standard text about safety, in the project's own words.
public struct SafetyText: Hashable, Sendable {
  /// Who reads it.
  public enum Reader: String, Hashable, Sendable, CaseIterable {
    /// The person in treatment.
    case patient
    /// The care team.
    case clinician
  }

  /// The identifier.
  public let id: String
  /// Who reads it.
  public let reader: Reader
  /// The text, with places such as `{emergency}` to be filled in.
  public let text: String
  /// Where it comes from.
  public let evidence: Evidence

  /// The text with its places filled in.
  ///
  /// - Parameter values: what stands for each place, by its name without braces.
  /// - Returns: the text; a place without a value stays as it is.
  public func filled(_ values: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open] + (values[name] ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
