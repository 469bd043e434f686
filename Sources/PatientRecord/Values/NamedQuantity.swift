/// A quantity with the name of what it measures, such as a motor threshold.
public struct NamedQuantity: Hashable, Sendable, Codable {
  /// What is measured.
  public let name: Name
  /// How much.
  public let quantity: Quantity

  /// Creates a named quantity.
  ///
  /// - Parameters:
  ///   - name: what is measured.
  ///   - quantity: how much.
  public init(name: Name, quantity: Quantity) {
    self.name = name
    self.quantity = quantity
  }
}
