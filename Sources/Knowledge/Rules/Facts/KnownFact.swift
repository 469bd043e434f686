public import Time

/// A fact that is known, and since when.
public struct KnownFact: Hashable, Sendable {
  /// Its value.
  public let value: FactValue
  /// The day it was observed; nil when it was stated without one.
  public let day: Day?

  /// States a fact.
  ///
  /// - Parameters:
  ///   - value: its value.
  ///   - day: the day it was observed.
  public init(_ value: FactValue, on day: Day? = nil) {
    self.value = value
    self.day = day
  }
}
