import JSON
import Knowledge
import PatientRecord
import Time

/// Makes entries whose identifiers depend on nothing but what they say.
///
/// The identifier's time is the time of the fact; its random part is a hash of person, kind, time,
/// zone, columns and numbers. Importing the same file again gives the same identifiers, so that a
/// store keeps each entry once.
struct EntryWriter: Sendable {
  let source: Name

  /// Makes the entries that the values of one row or one day become.
  ///
  /// - Parameters:
  ///   - slots: the values.
  ///   - person: whom they are about.
  ///   - occurrence: when they were true.
  /// - Returns: at most one check-in and one night, one response for each instrument, one activity
  ///   for each column of one.
  func entries(from slots: [Slot], person: String, _ occurrence: Occurrence) -> [Entry] {
    var groups: [(key: String, slots: [Slot])] = []
    for slot in slots {
      let key = slot.group
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].slots.append(slot)
      } else {
        groups.append((key, [slot]))
      }
    }
    return groups.compactMap { group in
      guard let fact = try? Self.fact(group.slots) else { return nil }
      let content = group.slots.map { ($0.column, $0.number) }
      return entry(fact, person, occurrence, kind: group.key, content: content)
    }
  }

  /// Makes one entry.
  ///
  /// - Parameters:
  ///   - fact: what it says.
  ///   - person: whom it is about.
  ///   - occurrence: when it was true.
  ///   - kind: a word that tells it from other entries of the same content.
  ///   - content: the columns and numbers it comes from.
  /// - Returns: the entry.
  func entry(
    _ fact: Fact, _ person: String, _ occurrence: Occurrence, kind: String,
    content: [(String, Double)]
  ) -> Entry {
    var hash = StableHash()
    hash.combine(person)
    hash.combine(kind)
    hash.combine(occurrence)
    for (column, number) in content {
      hash.combine(column)
      hash.combine(number)
    }
    var bits = HashBits(hash: hash)
    return Entry(
      id: EntryID(at: occurrence.start, using: &bits), patient: PatientID(rawValue: person),
      author: .imported(source: source), occurred: occurrence, fact: fact)
  }

  private static func fact(_ slots: [Slot]) throws(FieldError) -> Fact? {
    switch slots.first?.value {
    case nil: return nil
    case .rating: return .checkIn(try CheckIn(ratings: slots.compactMap(\.rating)))
    case .sleep: return .sleep(try sleep(slots))
    case .activity(let activity): return .activity(activity)
    case .total(let instrument, let total, let rater):
      let response = try Response(
        instrument: instrument, content: .total(total), rater: rater, mode: .otherSystem)
      return .response(response)
    case .answer(let instrument, _, _, let rater):
      let answers = Dictionary(slots.compactMap(\.answer)) { first, _ in first }
      let response = try Response(
        instrument: instrument, content: .answers(answers), rater: rater, mode: .otherSystem)
      return .response(response)
    case .dose: return nil
    }
  }

  private static func sleep(_ slots: [Slot]) throws(FieldError) -> Sleep {
    var quality: Rating?
    var awakenings: Count?
    var lengths: [ColumnMeaning.SleepField: Minutes] = [:]
    for slot in slots {
      guard case .sleep(let field, let value) = slot.value else { continue }
      switch value {
      case .quality(let rating): quality = rating
      case .count(let count): awakenings = count
      case .length(let minutes): lengths[field] = minutes
      }
    }
    return try Sleep(
      sleepOnsetLatency: lengths[.sleepOnsetLatencyMinutes], awakenings: awakenings,
      wakeAfterSleepOnset: lengths[.wakeAfterSleepOnsetMinutes],
      duration: lengths[.durationMinutes] ?? lengths[.durationHours], quality: quality)
  }
}

extension Slot {
  /// Slots of one group become one entry.
  fileprivate var group: String {
    switch value {
    case .rating: "checkIn"
    case .sleep: "sleep"
    case .answer(let instrument, _, _, let rater): "answers \(instrument) \(rater.rawValue)"
    case .total(let instrument, _, _): "total \(instrument)"
    case .dose: "dose"
    case .activity: "activity \(column)"
    }
  }

  fileprivate var rating: ItemRating? {
    guard case .rating(let rating) = value else { return nil }
    return rating
  }

  fileprivate var answer: (ItemID, Int)? {
    guard case .answer(_, let item, let answer, _) = value else { return nil }
    return (item, answer)
  }
}

extension StableHash {
  fileprivate mutating func combine(_ occurrence: Occurrence) {
    combine(occurrence.zone.identifier)
    switch occurrence {
    case .instant(let instant, _):
      combine("instant")
      combine(instant.milliseconds)
    case .day(let day, _):
      combine("day")
      combine(Int64(day.number))
    case .interval(let interval, _):
      combine("interval")
      combine(interval.start.milliseconds)
      combine(interval.endInstant?.milliseconds ?? .max)
    }
  }
}
