/// A fact that somebody recorded, or that nobody did.
public enum Recorded<Value: Hashable & Sendable>: Hashable, Sendable {
  /// It is known.
  case recorded(Value)
  /// It is not known; never to be read as no or none.
  case notRecorded

  /// The value, where there is one.
  public var value: Value? {
    guard case .recorded(let value) = self else { return nil }
    return value
  }

  /// Takes a value that may be missing.
  ///
  /// - Parameter value: the value; nil when nobody recorded one.
  public init(_ value: Value?) {
    self = value.map(Recorded.recorded) ?? .notRecorded
  }
}
