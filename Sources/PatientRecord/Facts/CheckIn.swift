public import JSON

/// A short account of how things are: ratings, and perhaps one good moment.
public struct CheckIn: Hashable, Sendable, Codable {
  /// What is rated, each thing at most once.
  public let ratings: [ItemRating]
  /// One good moment, in the person's own words.
  public let goodMoment: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - ratings: what is rated, each thing at most once.
  ///   - goodMoment: one good moment, in the person's own words.
  /// - Throws: an error when there is nothing in it or a thing is rated twice.
  public init(
    ratings: [ItemRating] = [], goodMoment: FreeText? = nil
  ) throws(FieldError) {
    guard !ratings.isEmpty || goodMoment != nil else {
      throw FieldError("ratings", "a check-in needs a rating or a good moment")
    }
    for (index, rating) in ratings.enumerated()
    where ratings[..<index].contains(where: { $0.item == rating.item }) {
      throw FieldError("ratings[\(index)].item", "\"\(rating.item)\" is rated twice")
    }
    self.ratings = ratings
    self.goodMoment = goodMoment
  }

  private enum CodingKeys: String, CodingKey {
    case ratings, goodMoment
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      ratings: container.decodeIfPresent([ItemRating].self, forKey: .ratings) ?? [],
      goodMoment: container.decodeIfPresent(FreeText.self, forKey: .goodMoment))
  }
}
