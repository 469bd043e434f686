/// The rating of one thing in a check-in.
public struct ItemRating: Hashable, Sendable, Codable {
  /// What is rated.
  public let item: CheckInItemID
  /// The value and its scale.
  public let rating: Rating

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - item: what is rated.
  ///   - rating: the value and its scale.
  public init(
    item: CheckInItemID, rating: Rating
  ) {
    self.item = item
    self.rating = rating
  }
}
