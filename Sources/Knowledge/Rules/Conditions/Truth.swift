/// A truth value of Kleene's strong logic of three values (Kleene 1952): what is not known stays
/// unknown unless the rest decides.
public enum Truth: Int, Hashable, Sendable, CaseIterable {
  /// It does not hold.
  case no
  /// Too little is known to tell.
  case unknown
  /// It holds.
  case yes

  /// Takes over a truth value of two.
  ///
  /// - Parameter isTrue: whether it holds.
  public init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  /// The truth of the contrary.
  public var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// The truth of both holding: the lesser of the two.
  ///
  /// - Parameter other: the other value.
  /// - Returns: no when either is no, yes when both are yes.
  public func and(_ other: Truth) -> Truth { rawValue <= other.rawValue ? self : other }

  /// The truth of at least one holding: the greater of the two.
  ///
  /// - Parameter other: the other value.
  /// - Returns: yes when either is yes, no when both are no.
  public func or(_ other: Truth) -> Truth { rawValue >= other.rawValue ? self : other }
}
