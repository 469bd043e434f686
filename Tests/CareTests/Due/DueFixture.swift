import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// A record of days, and the due list of it.
struct DueFixture {
  static let knowledge = Result { try Knowledge.bundled() }

  let knowledge: Knowledge
  var entries: [Entry] = []
  let zone: Zone

  init(zone: Zone = .utc) throws {
    knowledge = try Self.knowledge.get()
    self.zone = zone
  }

  /// Monday, 2 March 2026.
  static let start = Day("2026-03-02") ?? Day(number: 20_514)

  static func day(_ offset: Int) -> Day { start.advanced(by: offset) }

  mutating func add(_ fact: Fact, on offset: Int) {
    add(fact, .day(Self.day(offset), zone))
  }

  mutating func add(_ fact: Fact, _ occurred: Occurrence) {
    entries.append(
      Entry(
        id: .sample(entries.count + 1), patient: .sample, author: .patient, occurred: occurred,
        fact: fact))
  }

  mutating func dose(_ medicine: String, _ amount: Double, on offset: Int) throws {
    let step = try DoseStep(
      substance: Name(medicine), dosePerDay: Quantity(amount, .milligram))
    add(.doseStep(step), on: offset)
  }

  mutating func measure(_ name: String, on offset: Int) throws {
    let name = try Name(name)
    let value = NamedQuantity(name: name, quantity: try Quantity(1, .milligram))
    add(.measurement(try Measurement(kind: .lab, name: name, values: [value])), on: offset)
  }

  mutating func total(_ instrument: InstrumentID, _ total: Double, on offset: Int) throws {
    add(.response(try Response(instrument: instrument, content: .total(total))), on: offset)
  }

  mutating func decide(_ about: String, _ outcome: Decision.Outcome = .accepted, on offset: Int)
    throws
  {
    add(.decision(try Decision(about: try Name(about), outcome: outcome)), on: offset)
  }

  mutating func session(
    _ kind: Session.Kind, _ name: String? = nil, _ outcome: Session.Outcome = .completed,
    on offset: Int
  ) throws {
    add(
      .session(Session(kind: kind, name: try name.map { try Name($0) }, outcome: outcome)),
      on: offset)
  }

  /// A course over days; open without a last one.
  mutating func course(
    _ kind: Course.Kind, _ name: String, _ status: Course.Status = .active, from first: Int,
    to last: Int? = nil
  ) throws {
    let course = Course(kind: kind, name: try Name(name), status: status)
    let span = try TimeSpan(
      from: zone.start(of: Self.day(first)),
      to: last.map { .at(zone.start(of: Self.day($0 + 1))) } ?? .open)
    add(.course(course), .interval(span, zone))
  }

  var chart: Chart { Chart(entries: entries, patient: .sample, knowledge: knowledge) }

  func list(
    on offset: Int, weeks: Int = 4, chosen: Set<CalendarID> = []
  ) -> DueList {
    DueList(
      of: chart, at: zone.start(of: Self.day(offset)), weeks: weeks, using: knowledge,
      chosen: chosen)
  }

  /// The line of a calendar's item.
  func item(
    _ calendar: CalendarID, _ item: String, on offset: Int, weeks: Int = 520,
    chosen: Set<CalendarID> = []
  ) -> DueItem? {
    list(on: offset, weeks: weeks, chosen: chosen).items.first {
      $0.origin == .calendar(calendar, item: item)
    }
  }

  /// The days of a line and of its later occurrences, counted from ``start``.
  func days(
    _ calendar: CalendarID, _ item: String, on offset: Int, weeks: Int = 520
  ) -> [ClosedRange<Int>] {
    days(.calendar(calendar, item: item), on: offset, weeks: weeks)
  }

  func days(_ origin: DueItem.Origin, on offset: Int, weeks: Int = 520) -> [ClosedRange<Int>] {
    let list = list(on: offset, weeks: weeks)
    let first = list.items.first { $0.origin == origin && $0.time.days != nil }?.time.days
    return ([first].compactMap(\.self) + (list.later[origin] ?? [])).map {
      $0.lowerBound.days(since: Self.start)...$0.upperBound.days(since: Self.start)
    }
  }
}

/// Days and weeks as one number of days.
func weeks(_ numbers: Int...) -> [ClosedRange<Int>] { numbers.map { 7 * $0...7 * $0 } }

/// The days from ``DueFixture/start`` to the same day some months later, counted by hand: from
/// 2 March 2026.
func months(_ number: Int) throws -> Int {
  // Days of the months from March 2026 on; February 2027 has 28 and February 2028 has 29.
  let lengths = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28]
  let years = number / 12
  let leaps = years >= 2 ? (years - 2) / 4 + 1 : 0
  return years * 365 + leaps + lengths.prefix(number % 12).reduce(0, +)
}
