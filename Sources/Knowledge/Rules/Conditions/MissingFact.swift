/// A fact that would have to be known for an answer.
public struct MissingFact: Hashable, Sendable {
  /// The fact.
  public let reference: FactReference
  /// Of a set of which something is known, the members in question; else empty.
  public let members: [String]
}

extension MissingFact: CustomStringConvertible {
  /// The fact, with the members in question.
  public var description: String {
    members.isEmpty ? "\(reference)" : "\(reference): \(members.joined(separator: ", "))"
  }
}
