/// One observed value.
public struct Reading: Hashable, Sendable {
  /// Days since the axis's origin.
  public let day: Double
  /// The value, in the axis's unit.
  public let value: Double

  /// Creates a reading.
  ///
  /// - Parameters:
  ///   - day: days since the axis's origin.
  ///   - value: the value, in the axis's unit.
  public init(_ day: Double, _ value: Double) {
    self.day = day
    self.value = value
  }
}
