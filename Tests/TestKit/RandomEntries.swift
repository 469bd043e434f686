import JSON
import Knowledge
public import PatientRecord
import Time

/// Invented entries of every kind, the same for the same seed.
public struct RandomEntries {
  var random: SeededRandom
  private var made: [EntryID] = []

  /// Creates a source of entries.
  ///
  /// - Parameter seed: the same seed gives the same entries.
  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Makes entries, some of which correct or withdraw others.
  ///
  /// - Parameter count: how many.
  /// - Returns: the entries.
  /// - Throws: never in fact.
  public mutating func entries(_ count: Int) throws -> [Entry] {
    var entries: [Entry] = []
    for index in 0..<count {
      let kinds = Fact.Kind.allCases
      entries.append(try entry(kinds[index % kinds.count]))
    }
    return entries
  }

  /// Makes an entry.
  ///
  /// - Parameter kind: the kind of its fact.
  /// - Returns: the entry.
  /// - Throws: never in fact.
  public mutating func entry(_ kind: Fact.Kind) throws -> Entry {
    let made = instant()
    let id = EntryID(at: made, using: &random)
    let target = flip(0.25) ? self.made.randomElement(using: &random) : nil
    let entry = Entry(
      id: id, patient: flip(0.8) ? "person-1" : "person-2", author: try author(),
      occurred: try occurrence(), recorded: flip() ? instant() : nil, supersedes: target,
      fact: try fact(kind))
    self.made.append(id)
    return entry
  }

  mutating func flip(_ chance: Double = 0.5) -> Bool {
    Double.random(in: 0..<1, using: &random) < chance
  }

  mutating func pick<Value>(_ values: [Value], else other: Value) -> Value {
    values.randomElement(using: &random) ?? other
  }

  mutating func choice<Word: Choice>(_ first: Word) -> Word {
    pick(Array(Word.allCases), else: first)
  }

  mutating func maybe<Value>(
    _ make: (inout RandomEntries) throws -> Value
  ) rethrows -> Value? {
    flip() ? try make(&self) : nil
  }

  mutating func some<Value>(
    atLeast least: Int = 0, _ make: (inout RandomEntries) throws -> Value
  ) rethrows -> [Value] {
    let count = Int.random(in: least...3, using: &random)
    return try (0..<count).map { _ in try make(&self) }
  }

  mutating func instant() -> Instant {
    Instant(milliseconds: Int64.random(in: 1_600_000_000_000...1_800_000_000_000, using: &random))
  }

  mutating func zone() -> Zone {
    pick(
      ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"].compactMap(Zone.init), else: .utc
    )
  }

  mutating func anyID() -> EntryID {
    flip(0.7) ? pick(made, else: .sample(1)) : EntryID(at: instant(), using: &random)
  }

  mutating func author() throws -> Author {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .patient
    case 1: .staff("staff-7")
    case 2: .device(try name())
    default: .imported(source: try name())
    }
  }

  mutating func occurrence() throws -> Occurrence {
    let (start, zone) = (instant(), zone())
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .day(zone.day(at: start), zone)
    case 1: return .interval(TimeSpan(openFrom: start), zone)
    case 2:
      let end = start.advanced(byDays: Double.random(in: 0...90, using: &random))
      return .interval(try TimeSpan(from: start, to: .at(end)), zone)
    default: return .instant(start, zone)
    }
  }

  mutating func name() throws -> Name {
    try Name(pick(["Lake", "Ärger", "東京", "a \"quoted\" \\ name", "👩‍👧 walk"], else: "x"))
  }

  mutating func text() throws -> FreeText {
    try FreeText(
      pick(["We swam.", "Line one\nline two\t\u{1}", "Grüße 🌊 \u{2028}", "\"\\/"], else: "x"))
  }

  mutating func number() -> Double {
    pick([0, 1, 0.1, 2.5, 1e-7, 123_456.789, 1e16, .leastNonzeroMagnitude, 1e300], else: 1)
      * Double.random(in: 0.5...1, using: &random)
  }

  mutating func quantity() throws -> Quantity {
    try Quantity(flip() ? number() : -number(), choice(UCUM.one))
  }

  mutating func named() throws -> NamedQuantity {
    NamedQuantity(name: try name(), quantity: try quantity())
  }

  mutating func minutes() throws -> Minutes {
    try Minutes(Double.random(in: 0...900, using: &random))
  }

  mutating func count() throws -> Count { try Count(Int.random(in: 0...30, using: &random)) }

  mutating func rating() throws -> Rating {
    let low = pick([0, 1, -3], else: 0.0)
    let scale = try RatingScale(minimum: low, maximum: low + 7, direction: choice(.neutral))
    return try Rating(Double.random(in: low...(low + 7), using: &random), on: scale)
  }
}
