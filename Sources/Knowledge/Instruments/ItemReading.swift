/// How the answer to one item is read by itself.
public struct ItemReading: Hashable, Sendable {
  /// The item.
  public let item: ItemID
  /// What the item is about, in a word.
  public let label: String
  /// What its answers mean, from the lowest to the highest; empty when nothing is published.
  public let bands: [Band]

  /// The reading of one answer.
  public struct Result: Hashable, Sendable {
    /// The item.
    public let item: ItemID
    /// Its answer in points, or nil when it was skipped.
    public let value: Int?
    /// What the answer means, where something is published.
    public let band: Band?
  }

  /// Reads an answer.
  ///
  /// - Parameter value: the answer in points, or nil when it was skipped.
  /// - Returns: what it means.
  func result(_ value: Int?) -> Result {
    let band = value.flatMap { value in bands.first { $0.range.contains(Double(value)) } }
    return Result(item: item, value: value, band: band)
  }
}
