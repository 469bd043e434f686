public import JSON

/// Something measured on the body: a vital sign or a laboratory value.
public struct Measurement: Hashable, Sendable, Codable {
  /// The kind of measurement.
  public enum Kind: String, Choice {
    /// A vital sign.
    case vital
    /// A laboratory value.
    case lab
    /// Anything else.
    case other
  }

  /// The kind of measurement.
  public let kind: Kind
  /// What was measured.
  public let name: Name
  /// Its published code.
  public let coding: Coding?
  /// The value, or the parts of it, such as systolic and diastolic pressure.
  public let values: [NamedQuantity]

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - kind: the kind of measurement.
  ///   - name: what was measured.
  ///   - coding: its published code.
  ///   - values: the value, or the parts of it, such as systolic and diastolic pressure.
  /// - Throws: an error when there is no value.
  public init(
    kind: Kind, name: Name, coding: Coding? = nil, values: [NamedQuantity] = []
  ) throws(FieldError) {
    guard !values.isEmpty else { throw FieldError("values", "a measurement needs a value") }
    self.kind = kind
    self.name = name
    self.coding = coding
    self.values = values
  }

  private enum CodingKeys: String, CodingKey {
    case kind, name, coding, values
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kind: container.decode(Kind.self, forKey: .kind),
      name: container.decode(Name.self, forKey: .name),
      coding: container.decodeIfPresent(Coding.self, forKey: .coding),
      values: container.decodeIfPresent([NamedQuantity].self, forKey: .values) ?? [])
  }
}
