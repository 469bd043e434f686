import Interchange
import Knowledge
import PatientRecord
import Testing

@Suite struct MappingTests {
  /// A mapping with one part replaced.
  static func text(
    head: String = "source: Diary", time: String = "{instant: t}", zone: String = "Europe/Berlin",
    person: String = "p1",
    columns: String = "{mood: {as: rating, scale: [0, 10], direction: higherIsBetter}}"
  ) -> String {
    "\(head)\ntime: \(time)\nzone: \(zone)\nperson: \(person)\ncolumns: \(columns)\n"
  }

  @Test func `a small mapping is read with its defaults`() throws {
    let mapping = try Mapping(Self.text())
    #expect(mapping.source.text == "Diary")
    #expect(mapping.separator == .comma)
    #expect(mapping.missing == ["", "NA", "NaN", "."])
    #expect(mapping.time == .instant(column: "t"))
    #expect(mapping.whenAmbiguous == .refuse)
    #expect(mapping.person == .fixed("p1"))
    #expect(mapping.columns.map(\.column) == ["mood"])
  }

  @Test(arguments: [
    ("{instant: t}", TimeColumns.instant(column: "t")),
    ("{local: t}", .local(column: "t")),
    ("{date: d}", .date(column: "d", at: nil)),
    ("{date: d, at: \"17:00\"}", .date(column: "d", at: 61_200_000)),
    ("{date: d, clock: c, clockAs: hh:mm}", .clock(date: "d", time: "c", unit: .clock)),
    (
      "{date: d, clock: c, clockAs: secondsOfDay}",
      .clock(date: "d", time: "c", unit: .secondsOfDay)
    ),
  ])
  func `every way to say the time is read`(text: String, time: TimeColumns) throws {
    #expect(try Mapping(Self.text(time: text)).time == time)
  }

  @Test func `a label is the identifier unless the mapping says otherwise`() throws {
    let columns = """
      {a: {as: rating, scale: [0, 1], direction: neutral},
       b: {as: rating, item: c, label: Calm, scale: [0, 1], direction: neutral}}
      """
    let labels = try Mapping(Self.text(columns: columns)).labels
    #expect(labels.mapValues(\.text) == ["a": "a", "c": "Calm"])
  }

  @Test func `zone and person can be columns`() throws {
    let mapping = try Mapping(Self.text(zone: "{column: z}", person: "{column: who}"))
    #expect(mapping.zone == .column("z"))
    #expect(mapping.person == .column("who"))
  }

  static let faults: [(text: String, message: String)] = [
    ("", "mapping: the mapping is empty; write at least source, time, zone, person and columns"),
    (
      "- a\n- b\n", "mapping line 1: keys with values are expected here; write key: value lines"
    ),
    (
      "a: [1\n",
      "mapping: the mapping is not readable as YAML: line 2: did not find expected ',' or ']'; "
        + "correct the line, watching its indentation and quotation marks"
    ),
    (
      text(head: "source: a\nsource: b"),
      "mapping: the mapping is not readable as YAML: the key source stands twice; "
        + "correct the line, watching its indentation and quotation marks"
    ),
    (
      text(head: "source: a\nseperator: tab"),
      "mapping line 2, seperator: the key seperator is not known; did you mean separator? "
        + "the keys here are source, separator, missing, time, zone, whenAmbiguous, whenSkipped, "
        + "person, columns"
    ),
    (
      text(head: "separator: comma"),
      "mapping line 1: the key source is missing; write source: NAME OF THE DATA"
    ),
    (
      text(head: "source: a\nseparator: pipe"),
      "mapping line 2, separator: \"pipe\" has no meaning here; "
        + "write one of comma, tab, semicolon"
    ),
    (
      text(head: "source: a\nwhenSkipped: later"),
      "mapping line 2, whenSkipped: \"later\" has no meaning here; write one of refuse"
    ),
    (
      text(zone: "Europe/Atlantis"),
      "mapping line 3, zone: there is no time zone \"Europe/Atlantis\"; "
        + "write an IANA name such as Europe/Berlin, or UTC"
    ),
    (
      text(zone: "CET"),
      "mapping line 3, zone: there is no time zone \"CET\"; "
        + "write an IANA name such as Europe/Berlin, or UTC"
    ),
    (
      text(time: "{dayNumber: d}"),
      "mapping line 2, time: the key dayOne is missing; "
        + "write the date of day 1, and in a comment whether it is the true one"
    ),
    (
      text(time: "{date: d, clock: c}"),
      "mapping line 2, time: the key clockAs is missing; "
        + "write clockAs: hh:mm or clockAs: secondsOfDay"
    ),
    (
      text(time: "{dayNumber: d, dayOne: 2026-02-30}"),
      "mapping line 2, time.dayOne: \"2026-02-30\" is no date; write a date such as 2026-03-01"
    ),
    (
      text(time: "{date: d, at: noon}"),
      "mapping line 2, time.at: \"noon\" is no time of day; write a time such as \"07:30\""
    ),
    (
      text(time: "{instant: t, at: \"07:00\"}"),
      "mapping line 2, time.at: the key at is not known; the keys here are instant"
    ),
    (
      text(columns: "{}"),
      "mapping line 5, columns: no column is given a meaning; "
        + "write columns: and below it COLUMN: {as: MEANING, …}"
    ),
    (
      text(columns: "{mood: {as: ratng}}"),
      "mapping line 5, columns.mood.as: \"ratng\" has no meaning here; did you mean rating? "
        + "write one of rating, sleep, instrumentItem, instrumentTotal, dose, phase, activity"
    ),
    (
      text(columns: "{mood: {as: rating, direction: neutral}}"),
      "mapping line 5, columns.mood: the key scale is missing; write scale: [lowest, highest]"
    ),
    (
      text(columns: "{mood: {as: rating, scale: [10, 0], direction: neutral}}"),
      "mapping line 5, columns.mood.scale: two numbers in rising order are expected here; "
        + "write [lowest, highest]"
    ),
    (
      text(columns: "{dose: {as: dose, substance: sertraline, per: day}}"),
      "mapping line 5, columns.dose: the key unit is missing; "
        + "write the unit that the source states, such as unit: mg; it is never guessed"
    ),
    (
      text(columns: "{dose: {as: dose, substance: sertraline, unit: mgs, per: day}}"),
      "mapping line 5, columns.dose.unit: \"mgs\" is no unit that the record knows; "
        + "did you mean mg? write a code of UCUM such as mg, ug or mL"
    ),
    (
      text(columns: "{x: {as: rating, scale: [0, 1], direction: neutral, values: {a: b}}}"),
      "mapping line 5, columns.x.values.a: a number is expected here; "
        + "write a number such as 7 or -1.5"
    ),
  ]

  @Test(arguments: faults)
  func `a fault names its line, its keys and its cure`(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) { try Mapping(text) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    "{dayOne: 2026-01-01}", "{instant: a, local: b}", "{clock: c}", "{}",
  ])
  func `the time is said in exactly one way`(time: String) {
    let error = #expect(throws: InterchangeError.self) { try Mapping(Self.text(time: time)) }
    #expect(error?.reason == "the time is not said by exactly one kind of column")
  }

  @Test func `nesting and aliases without end are refused or harmless`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: InterchangeError.self) { try Mapping(deep) }
    let laughs =
      "a: &a [x, x]\n" + "bcdefghijklmnopqrstuvwxyz".map { "\($0): &\($0) [*a, *a]\n" }.joined()
    #expect(throws: InterchangeError.self) { try Mapping(laughs) }
    #expect(throws: InterchangeError.self) {
      try Mapping(String(repeating: " ", count: 1 << 20 + 1))
    }
  }

  @Test(arguments: Mapping.shippedNames)
  func `the shipped mappings load`(name: String) throws {
    #expect(try Mapping.shipped(named: name).columns.isEmpty == false)
  }

  // Reports write identifiers as words, hyphens as spaces.
  @Test(arguments: Mapping.shippedNames)
  func `each rating of a shipped mapping has an identifier in plain words`(name: String) throws {
    let items = try Mapping.shipped(named: name).labels.keys.map(\.rawValue)
    #expect(items.count >= 3)
    for item in items {
      #expect(
        item.wholeMatch(of: /[a-z]{4,}[0-9]*(-[a-z]{4,})*|scl90-depression/) != nil, "\(item)")
    }
    #expect("mood_irritat".wholeMatch(of: /[a-z]{4,}[0-9]*(-[a-z]{4,})*/) == nil)
  }

  @Test func `no two columns of a shipped mapping share an identifier`() throws {
    let counts = try Mapping.shippedNames.map { try Mapping.shipped(named: $0).labels.count }
    // 3 columns of flueckiger, 24 of kossakowski.
    #expect(counts == [3, 24])
  }

  @Test func `a mapping that does not ship is refused with those that do`() {
    let error = #expect(throws: InterchangeError.self) { try Mapping.shipped(named: "../etc") }
    #expect(
      error?.description
        == "mapping \"../etc\": no mapping of this name ships here; "
        + "name one of flueckiger, kossakowski, or give a file")
  }
}
