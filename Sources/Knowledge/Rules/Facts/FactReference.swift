/// One fact: its kind and, where the kind has a parameter, of what.
public struct FactReference: Hashable, Sendable {
  /// The kind of fact.
  public let fact: FactID
  /// Of what, such as the medicine of a dose; nil for kinds without a parameter.
  public let parameter: String?

  /// Names a fact.
  ///
  /// - Parameters:
  ///   - fact: the kind of fact.
  ///   - parameter: of what.
  public init(_ fact: FactID, _ parameter: String? = nil) {
    self.fact = fact
    self.parameter = parameter
  }
}

extension FactReference: LosslessStringConvertible {
  /// Reads a reference.
  ///
  /// - Parameter text: `age`, or with a parameter `dose(name)`; neither part is empty.
  public init?(_ text: String) {
    let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, !name.contains(")") else { return nil }
    guard parts.count == 2 else {
      self.init(FactID(rawValue: String(name)))
      return
    }
    let rest = parts[1]
    guard rest.last == ")", rest.count > 1, !rest.dropLast().contains(where: { "()".contains($0) })
    else { return nil }
    self.init(FactID(rawValue: String(name)), String(rest.dropLast()))
  }

  public var description: String { parameter.map { "\(fact)(\($0))" } ?? fact.rawValue }
}

extension FactReference: Comparable {
  public static func < (left: FactReference, right: FactReference) -> Bool {
    (left.fact, left.parameter ?? "") < (right.fact, right.parameter ?? "")
  }
}
