public import JSON
public import Knowledge
public import PatientRecord
public import Time

extension EntryID {
  /// An identifier for tests, the same for the same number.
  ///
  /// - Parameters:
  ///   - number: tells identifiers apart; higher numbers order later at the same instant.
  ///   - instant: when it was made.
  /// - Returns: the identifier.
  public static func sample(_ number: Int, at instant: Instant = .sample) -> EntryID {
    var generator = Counter(number: UInt64(number))
    return EntryID(at: instant, using: &generator)
  }

  private struct Counter: RandomNumberGenerator {
    let number: UInt64
    func next() -> UInt64 { number }
  }
}

extension Instant {
  /// Noon of 2026-03-02 in universal time, a Monday.
  public static var sample: Instant { Instant(milliseconds: 1_772_452_800_000) }
}

extension PatientID {
  /// An invented person.
  public static var sample: PatientID { "person-1" }
}

extension RatingScale {
  /// The scale from 0 to 10 on which higher is better.
  ///
  /// - Returns: the scale.
  /// - Throws: never in fact.
  public static func tenPoints() throws(FieldError) -> RatingScale {
    try RatingScale(minimum: 0, maximum: 10, direction: .higherIsBetter)
  }
}

extension Entry {
  /// An entry with everything but its fact invented.
  ///
  /// - Parameters:
  ///   - fact: what is recorded.
  ///   - number: the number of its identifier.
  ///   - instant: when it was true.
  ///   - zone: where it was lived.
  ///   - patient: whom it is about.
  ///   - supersedes: the number of the entry it corrects.
  /// - Returns: the entry.
  public static func sample(
    _ fact: Fact, _ number: Int = 1, at instant: Instant = .sample, zone: Zone = .utc,
    patient: PatientID = .sample, supersedes: Int? = nil
  ) -> Entry {
    Entry(
      id: .sample(number), patient: patient, author: .patient, occurred: .instant(instant, zone),
      supersedes: supersedes.map { .sample($0) }, fact: fact)
  }

  /// A check-in on the scale from 0 to 10.
  ///
  /// - Parameters:
  ///   - ratings: the values by what is rated.
  ///   - number: the number of its identifier.
  ///   - instant: when it was true.
  ///   - zone: where it was lived.
  ///   - supersedes: the number of the entry it corrects.
  /// - Returns: the entry.
  /// - Throws: an error when a value is not on the scale.
  public static func checkIn(
    _ ratings: KeyValuePairs<CheckInItemID, Double> = ["mood": 5], _ number: Int = 1,
    at instant: Instant = .sample, zone: Zone = .utc, supersedes: Int? = nil
  ) throws(FieldError) -> Entry {
    var rated: [ItemRating] = []
    for (item, value) in ratings {
      rated.append(ItemRating(item: item, rating: try Rating(value, on: .tenPoints())))
    }
    let checkIn = try CheckIn(ratings: rated)
    return .sample(.checkIn(checkIn), number, at: instant, zone: zone, supersedes: supersedes)
  }

  /// A response by its answers.
  ///
  /// - Parameters:
  ///   - instrument: the instrument.
  ///   - answers: the answers.
  ///   - number: the number of its identifier.
  ///   - instant: when it was filled in.
  /// - Returns: the entry.
  /// - Throws: an error when the instrument is unnamed.
  public static func response(
    _ instrument: InstrumentID, answers: [ItemID: Int], _ number: Int = 1,
    at instant: Instant = .sample
  ) throws(FieldError) -> Entry {
    let response = try Response(instrument: instrument, content: .answers(answers))
    return .sample(.response(response), number, at: instant)
  }

  /// A response by its total.
  ///
  /// - Parameters:
  ///   - instrument: the instrument.
  ///   - total: the total in points.
  ///   - number: the number of its identifier.
  ///   - instant: when it was filled in.
  /// - Returns: the entry.
  /// - Throws: an error when the total is not finite.
  public static func response(
    _ instrument: InstrumentID, total: Double, _ number: Int = 1, at instant: Instant = .sample
  ) throws(FieldError) -> Entry {
    let response = try Response(instrument: instrument, content: .total(total))
    return .sample(.response(response), number, at: instant)
  }

  /// A withdrawal.
  ///
  /// - Parameters:
  ///   - target: the number of the entry withdrawn.
  ///   - number: the number of its own identifier.
  ///   - supersedes: the number of the entry it corrects.
  /// - Returns: the entry.
  /// - Throws: never in fact.
  public static func void(
    _ target: Int, _ number: Int, supersedes: Int? = nil
  ) throws(FieldError) -> Entry {
    let void = Withdrawal(entry: .sample(target), reason: try FreeText("a test"))
    return .sample(.void(void), number, supersedes: supersedes)
  }
}
