/// The answers that one item can have, known also where its wording may not ship.
public struct ItemScale: Hashable, Sendable {
  /// The item.
  public let item: ItemID
  /// The values of its answers in points, rising.
  public let values: [Int]
  /// The published code of the item, where its wording does not ship.
  public let code: Code?

  /// The lowest and the highest value.
  var ends: ClosedRange<Int> { (values.first ?? 0)...(values.last ?? 0) }
}
