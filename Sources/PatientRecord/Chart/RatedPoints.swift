/// The points of check-ins, sorted by what was rated and on what scale.
///
/// A person mostly rates the same things in the same order, so what stood at a place of the last
/// check-in is tried first; that spares most hashing.
struct RatedPoints {
  private struct Key: Hashable {
    let item: CheckInItemID
    let scale: RatingScale
  }

  private var keys: [Key] = []
  private var points: [[SeriesPoint]] = []
  private var numbers: [Key: Int] = [:]
  /// The number of the series that each place of the last check-in belonged to.
  private var last: [Int] = []

  /// Adds a point; points come in the order of time.
  ///
  /// - Parameters:
  ///   - point: the point.
  ///   - item: what was rated.
  ///   - scale: on what scale.
  ///   - place: the place of the rating in its check-in.
  mutating func add(
    _ point: SeriesPoint, _ item: CheckInItemID, _ scale: RatingScale, at place: Int
  ) {
    let key = Key(item: item, scale: scale)
    if place < last.count, keys[last[place]] == key {
      points[last[place]].append(point)
      return
    }
    let number = number(of: key)
    points[number].append(point)
    if place < last.count {
      last[place] = number
    } else if place == last.count {
      last.append(number)
    }
  }

  private mutating func number(of key: Key) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    keys.append(key)
    points.append([])
    return keys.count - 1
  }

  /// The series, in no order.
  var series: [CheckInSeries] {
    zip(keys, points).map { CheckInSeries(item: $0.item, scale: $0.scale, points: $1) }
  }
}
