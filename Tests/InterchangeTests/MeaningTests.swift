import Interchange
import Knowledge
import PatientRecord
import Testing
import Time

@Suite struct MeaningTests {
  /// A mapping of days with the given columns.
  static func mapping(_ columns: String, time: String = "{date: d}") -> String {
    "source: Diary\ntime: \(time)\nzone: Europe/Berlin\nperson: {column: who}\n"
      + "columns:\n  \(columns)\n"
  }

  static func day(_ occurrence: Occurrence) -> String {
    switch occurrence {
    case .day(let day, _): "\(day)"
    case .instant(let instant, _): "\(instant)"
    case .interval(let interval, _):
      "\(interval.start)/\(interval.endInstant?.description ?? "")"
    }
  }

  @Test func `a dose is written when it changes, for each person`() throws {
    let text = """
      d,who,dose
      2026-01-01,ann,50
      2026-01-02,ann,50
      2026-01-02,ben,20
      2026-01-03,ann,
      2026-01-04,ann,100
      2026-01-05,ann,50
      """
    let imported = try Imported(
      text, Self.mapping("dose: {as: dose, substance: sertraline, unit: mg, per: day}"))
    let steps = imported.doseSteps.map { occurred, step in
      "\(Self.day(occurred)) \(step.previousPerDay?.value ?? -1) \(step.dosePerDay)"
    }
    #expect(
      steps == [
        "2026-01-01 -1.0 50.0 mg", "2026-01-02 -1.0 20.0 mg", "2026-01-04 50.0 100.0 mg",
        "2026-01-05 100.0 50.0 mg",
      ])
    #expect(imported.problems == [])
  }

  @Test func `a negative dose is a bad cell`() throws {
    let imported = try Imported(
      "d,who,dose\n2026-01-01,ann,-5\n",
      Self.mapping("dose: {as: dose, substance: sertraline, unit: mg, per: day}"))
    #expect(
      imported.problems == [
        "line 2, column dose: -5.0 is negative; correct the value or leave the cell empty"
      ])
    #expect(imported.entries.isEmpty)
  }

  @Test func `a phase becomes an interval of whole days`() throws {
    let text = """
      d,who,phase
      2026-03-28,ann,a
      2026-03-29,ann,a
      2026-03-31,ann,b
      2026-04-01,ann,a
      """
    let imported = try Imported(
      text, Self.mapping("phase: {as: phase, labels: {a: First, b: Second}}"))
    // Berlin is one hour east of Greenwich until 2026-03-29 01:00 UTC, then two.
    #expect(
      imported.courses.map { "\($1.name) \(Self.day($0))" } == [
        "First 2026-03-27T23:00:00.000Z/2026-03-29T22:00:00.000Z",
        "Second 2026-03-30T22:00:00.000Z/2026-03-31T22:00:00.000Z",
        "First 2026-03-31T22:00:00.000Z/2026-04-01T22:00:00.000Z",
      ])
  }

  @Test func `a phase that has no label is a bad cell`() throws {
    let imported = try Imported(
      "d,who,phase\n2026-03-28,ann,c\n", Self.mapping("phase: {as: phase, labels: {a: First}}"))
    #expect(
      imported.problems == [
        "line 2, column phase: \"c\" is not among the labels of the mapping; "
          + "add it to labels or to missing, or correct the cell"
      ])
  }

  @Test func `a value once per day is taken once and a differing one listed`() throws {
    let text = """
      d,c,who,week
      2026-01-01,08:00,ann,
      2026-01-01,10:00,ann,2
      2026-01-01,12:00,ann,2
      2026-01-01,14:00,ann,3
      2026-01-02,08:00,ann,2
      """
    let mapping = Self.mapping(
      "week: {as: rating, scale: [1, 5], direction: higherIsWorse, oncePer: day}",
      time: "{date: d, clock: c, clockAs: hh:mm}")
    let imported = try Imported(text, mapping)
    #expect(
      imported.ratings("week").map { "\(Self.day($0.occurred)) \($0.value)" } == [
        "2026-01-01 2.0", "2026-01-02 2.0",
      ])
    #expect(
      imported.problems == [
        "line 5, column week: 3 differs from 2, the value of 2026-01-01 so far; "
          + "give one value for the day, or leave oncePer out of the mapping"
      ])
  }

  @Test func `what depends on order is refused in a row that goes back`() throws {
    let text = """
      d,who,dose,mood
      2026-01-02,ann,50,1
      2026-01-01,ann,75,2
      2026-01-03,ann,50,3
      """
    let imported = try Imported(
      text,
      Self.mapping(
        "dose: {as: dose, substance: sertraline, unit: mg, per: day}\n"
          + "  mood: {as: rating, scale: [0, 10], direction: neutral}"))
    #expect(
      imported.problems == [
        "line 3: the row is earlier than line 2 of the same person, so dose cannot be used; "
          + "sort the file by time"
      ])
    #expect(imported.doseSteps.map(\.step.dosePerDay.value) == [50])
    #expect(imported.ratings("mood").map(\.value) == [1, 2, 3])
  }

  @Test func `a night is put together from its columns`() throws {
    let text = """
      d,who,q,lat,wakes,dur
      2026-01-01,ann,4,15-30 minutes,2,7.5
      2026-01-02,ann,,no idea,1.5,400
      """
    let imported = try Imported(
      text,
      Self.mapping(
        """
        q: {as: sleep, field: quality, scale: [1, 7], direction: higherIsBetter}
          lat: {as: sleep, field: sleepOnsetLatencyMinutes, values: {15-30 minutes: 20}}
          wakes: {as: sleep, field: awakenings}
          dur: {as: sleep, field: durationHours}
        """))
    let sleep = try #require(imported.nights.first)
    #expect(Self.day(sleep.occurred) == "2026-01-01")
    #expect(sleep.sleep.quality?.value == 4)
    #expect(sleep.sleep.sleepOnsetLatency?.value == 20)
    #expect(sleep.sleep.awakenings?.value == 2)
    #expect(sleep.sleep.duration?.value == 450)
    #expect(
      imported.problems == [
        "line 3, column lat: \"no idea\" is not among the values of the mapping; "
          + "add it to values or to missing, or correct the cell",
        "line 3, column wakes: 1.5 is not a whole number; "
          + "correct the value or leave the cell empty",
        "line 3, column dur: 24000 minutes are longer than a day; "
          + "correct the value or leave the cell empty",
      ])
    #expect(imported.nights.count == 1)
  }

  @Test func `answers and totals become responses`() throws {
    let text = """
      d,who,a,b,t
      2026-01-01,ann,3,0,
      2026-01-08,ann,4,1,28
      2026-01-15,ann,,,12
      """
    let imported = try Imported(
      text,
      Self.mapping(
        """
        a: {as: instrumentItem, instrument: phq9, item: q1, rater: selfReport}
          b: {as: instrumentItem, instrument: phq9, item: q9, rater: selfReport}
          t: {as: instrumentTotal, instrument: phq9, rater: clinician}
        """))
    #expect(
      imported.responses.map(\.content) == [
        .answers(["q1": 3, "q9": 0]), .answers(["q9": 1]), .total(12),
      ])
    #expect(imported.responses.map(\.rater) == [.selfReport, .selfReport, .clinician])
    #expect(
      imported.problems == [
        "line 3, column a: 4 is no answer of phq9, which offers 0, 1, 2, 3; "
          + "correct the value or leave the cell empty",
        "line 3, column t: 28 is no total of phq9, which runs from 0 to 27; "
          + "correct the value or leave the cell empty",
      ])
  }

  @Test func `answers by number come in without wording, totals only where there are any`()
    throws
  {
    let imported = try Imported(
      "d,who,a,b,t\n2026-01-01,ann,1,5,1\n2026-01-08,ann,2,6,\n",
      Self.mapping(
        """
        a: {as: instrumentItem, instrument: cssrs-screener, item: q4, rater: clinician}
          b: {as: instrumentItem, instrument: who5, item: q1, rater: selfReport}
          t: {as: instrumentTotal, instrument: fibser, rater: selfReport}
        """))
    #expect(imported.responses.map(\.content) == [.answers(["q4": 1]), .answers(["q1": 5])])
    #expect(
      imported.problems == [
        "line 2, column t: fibser has no total; its answers are recorded one by one; "
          + "correct the value or leave the cell empty",
        "line 3, column a: 2 is no answer of cssrs-screener, which offers 0, 1; "
          + "correct the value or leave the cell empty",
        "line 3, column b: 6 is no answer of who5, which offers 0, 1, 2, 3, 4, 5; "
          + "correct the value or leave the cell empty",
      ])
  }

  @Test(arguments: [
    (
      "{as: instrumentTotal, instrument: phq99, rater: other}",
      "there is no instrument \"phq99\""
    ),
    (
      "{as: instrumentItem, instrument: phq9, item: q10, rater: other}",
      "phq9 has no item \"q10\""
    ),
  ])
  func `an instrument or item that is not known refuses the mapping`(
    column: String, reason: String
  ) throws {
    let imported = try Imported("d,who,x\n2026-01-01,ann,1\n", Self.mapping("x: \(column)"))
    #expect(imported.failure?.hasPrefix("mapping, columns.x: \(reason); write one of ") == true)
  }

  @Test func `an activity keeps its measure`() throws {
    let imported = try Imported(
      "d,who,walk,steps\n2026-01-01,ann,1.5,9000\n",
      Self.mapping(
        "walk: {as: activity, kind: walking, measure: hours}\n"
          + "  steps: {as: activity, kind: walking, name: All day, measure: steps}"))
    let activities = imported.entries.compactMap { entry -> Activity? in
      guard case .activity(let activity) = entry.fact else { return nil }
      return activity
    }
    #expect(activities.map(\.duration?.value) == [90, nil])
    #expect(activities.map(\.steps?.value) == [nil, 9000])
  }

  @Test func `two columns cannot fill the same place`() {
    let error = #expect(throws: InterchangeError.self) {
      try Mapping(
        Self.mapping(
          "a: {as: rating, item: mood, scale: [0, 1], direction: neutral}\n"
            + "  b: {as: rating, item: mood, scale: [0, 1], direction: neutral}"))
    }
    #expect(
      error?.description
        == "mapping line 6, columns: the columns a and b both give the item mood; "
        + "keep one of them, or give each its own")
  }

  @Test func `identifiers depend on what is said and on nothing else`() throws {
    let mapping = Self.mapping("mood: {as: rating, scale: [0, 10], direction: neutral}")
    let base = try Imported("d,who,mood\n2026-01-01,ann,1\n", mapping).entries.map(\.id)
    let same = try Imported("x,mood,who,d\n,1.0,ann,2026-01-01\n", mapping).entries.map(\.id)
    #expect(base == same)
    for other in ["2026-01-01,ann,2", "2026-01-01,ben,1", "2026-01-02,ann,1"] {
      #expect(try Imported("d,who,mood\n\(other)\n", mapping).entries.map(\.id) != base)
    }
    // The identifier's time is the time of the fact: noon of the day in Berlin.
    #expect(base.map(\.instant.description) == ["2026-01-01T11:00:00.000Z"])
    let early = try Imported("d,who,mood\n1950-01-01,ann,1\n", mapping).entries
    #expect(early.map(\.id.instant.milliseconds) == [0])
  }
}
