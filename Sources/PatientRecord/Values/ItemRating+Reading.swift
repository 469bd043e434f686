import JSON

/// Ratings are most of what a record holds, so those that stand as the codec writes them are read
/// without a decoder. Anything else, faults too, is left to the decoder, which names them.
extension ItemRating {
  /// Reads a list of ratings.
  ///
  /// - Parameter json: the list.
  /// - Returns: the ratings; nil when any of them stands otherwise than the codec writes it.
  static func list(asWritten json: JSONValue) -> [ItemRating]? {
    guard case .array(let elements) = json else { return nil }
    var ratings: [ItemRating] = []
    ratings.reserveCapacity(elements.count)
    for element in elements {
      guard let rating = ItemRating(asWritten: element) else { return nil }
      ratings.append(rating)
    }
    return ratings
  }

  private init?(asWritten json: JSONValue) {
    guard case .object(let object) = json else { return nil }
    let members = object.members
    guard members.count == 2, members[0].name == "item", members[1].name == "rating",
      case .string(let item) = members[0].value, let rating = Rating(asWritten: members[1].value)
    else { return nil }
    self.init(item: CheckInItemID(rawValue: item), rating: rating)
  }
}

extension Rating {
  fileprivate init?(asWritten json: JSONValue) {
    guard case .object(let object) = json else { return nil }
    let members = object.members
    guard members.count == 2, members[0].name == "value", members[1].name == "scale",
      case .number(let number) = members[0].value,
      let scale = RatingScale(asWritten: members[1].value), scale.contains(number.value)
    else { return nil }
    try? self.init(number.value, on: scale)
  }
}

extension RatingScale {
  fileprivate init?(asWritten json: JSONValue) {
    guard case .object(let object) = json else { return nil }
    let members = object.members
    guard members.count == 3, members[0].name == "minimum", members[1].name == "maximum",
      members[2].name == "direction", case .number(let minimum) = members[0].value,
      case .number(let maximum) = members[1].value, case .string(let word) = members[2].value,
      let direction = Direction(rawValue: word)
    else { return nil }
    try? self.init(minimum: minimum.value, maximum: maximum.value, direction: direction)
  }
}
