/// An item whose answer somebody must look at when it reaches a value.
public struct SafetyItem: Hashable, Sendable {
  /// The item.
  public let item: ItemID
  /// The answer from which the item is positive.
  public let atLeast: Int
}
