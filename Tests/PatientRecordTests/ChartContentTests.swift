import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct ChartContentTests {
  private func chart(_ entries: [Entry]) throws -> Chart {
    Chart(entries: entries, patient: .sample, knowledge: try .bundled())
  }

  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func `a value belongs to the day on the wall where it was lived`() throws {
    let (berlin, york) = (
      try #require(Zone("Europe/Berlin")), try #require(Zone("America/New_York"))
    )
    let late = try instant("2026-03-02T23:30:00Z")
    let chart = try chart([
      .checkIn(["mood": 4], 1, at: late, zone: berlin),
      .checkIn(["mood": 6], 2, at: late, zone: york),
    ])
    #expect(
      chart.checkIns.first?.points.map(\.day) == [try day("2026-03-03"), try day("2026-03-02")])
    #expect(chart.firstDay == (try day("2026-03-02")))
    #expect(chart.lastDay == (try day("2026-03-03")))
  }

  // Clocks in Berlin go forward on 2026-03-29 at 01:00 UTC and back on 2026-10-25 at 01:00 UTC.
  @Test(arguments: [
    ("2026-03-28T22:59:59Z", "2026-03-28"), ("2026-03-28T23:00:00Z", "2026-03-29"),
    ("2026-03-29T21:59:59Z", "2026-03-29"), ("2026-03-29T22:00:00Z", "2026-03-30"),
    ("2026-10-24T21:59:59Z", "2026-10-24"), ("2026-10-24T22:00:00Z", "2026-10-25"),
    ("2026-10-25T22:59:59Z", "2026-10-25"), ("2026-10-25T23:00:00Z", "2026-10-26"),
  ])
  func `days have their own ends when clocks change`(moment: String, expected: String) throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    let chart = try chart([.checkIn(at: instant(moment), zone: berlin)])
    #expect(chart.firstDay?.description == expected)
  }

  @Test(arguments: ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu"])
  func `days agree with the zone at every quarter of an hour of a year`(name: String) throws {
    let zone = try #require(Zone(name))
    let start = try instant("2026-01-01T00:00:00Z").milliseconds
    let moments = (0..<35_040).map { Instant(milliseconds: start + Int64($0) * 900_000) }
    let entries = try moments.enumerated().map { try Entry.checkIn($0 + 1, at: $1, zone: zone) }
    let days = try chart(entries).checkIns.first?.points.map(\.day)
    #expect(days == moments.map { zone.day(at: $0) })
  }

  @Test func `daily means are of one day and one scale`() throws {
    let noon = Instant.sample
    var entries = try [(2.0, 0.0), (4, 0.1), (9, 3)].enumerated().map { index, value in
      try Entry.checkIn(["mood": value.0], index + 1, at: noon.advanced(byDays: value.1))
    }
    let other = try RatingScale(minimum: 1, maximum: 7, direction: .higherIsBetter)
    let rating = ItemRating(item: "mood", rating: try Rating(7, on: other))
    entries.append(.sample(.checkIn(try CheckIn(ratings: [rating])), 9))
    let series = try chart(entries).checkIns
    #expect(series.map(\.scale.maximum) == [10, 7])
    #expect(series.first?.dailyMeans.map(\.mean) == [3, 9])
    #expect(series.first?.dailyMeans.map(\.count) == [2, 1])
  }

  // 2 + 1 + 2 + 1 + 1 + 1 + 1 + 2 + 1 = 12.
  @Test func `a response is scored and its safety answer kept as given`() throws {
    let values = [2, 1, 2, 1, 1, 1, 1, 2, 1]
    let answers = Dictionary(
      uniqueKeysWithValues: values.enumerated().map { (ItemID(rawValue: "q\($0 + 1)"), $1) })
    let chart = try chart([.response("phq9", answers: answers)])
    #expect(chart.scores["phq9"]?.map(\.value) == [12])
    #expect(chart.safetyAnswers.map(\.answer) == [.given(1)])
    #expect(chart.safetyAnswers.map(\.isPositive) == [true])
    #expect(chart.problems.isEmpty)
  }

  @Test func `a total leaves the safety answer unknown`() throws {
    let chart = try chart([.response("phq9", total: 12)])
    #expect(chart.scores["phq9"]?.map(\.result) == [.total(12)])
    #expect(chart.safetyAnswers.map(\.answer) == [.unknown])
    #expect(chart.safetyAnswers.map(\.isPositive) == [nil])
  }

  @Test func `a response without a score is a problem and its safety answer is still there`() throws
  {
    let chart = try chart([
      .response("phq9", answers: ["q1": 7, "q9": 2], 1), .response("phq9", total: 28, 2),
      .response("nonesuch", total: 1, 3),
    ])
    #expect(chart.scores.isEmpty)
    #expect(chart.problems.map(\.entry) == [1, 2, 3].map { .sample($0) })
    #expect(
      chart.problems.dropFirst().map(\.kind) == [
        .impossibleTotal("phq9", 28), .unknownInstrument("nonesuch"),
      ])
    #expect(chart.safetyAnswers.map(\.answer) == [.given(2), .unknown])
  }

  @Test func `a night belongs to the day of waking`() throws {
    let (night, morning) = (
      try instant("2026-03-02T22:00:00Z"), try instant("2026-03-03T06:00:00Z")
    )
    let known = Fact.sleep(try Sleep(lightsOut: night, rise: morning))
    let short = Fact.sleep(try Sleep(duration: Minutes(400)))
    let span = try TimeSpan(from: night, to: .at(morning))
    let occurrences: [(Occurrence, Fact)] = [
      (.instant(night, .utc), known), (.interval(span, .utc), short),
      (.day(try day("2026-03-03"), .utc), short),
    ]
    for (occurrence, fact) in occurrences {
      let entry = Entry(
        id: .sample(1), patient: .sample, author: .patient, occurred: occurrence, fact: fact)
      #expect(try chart([entry]).sleep.map(\.day) == [day("2026-03-03")])
    }
  }

  @Test func `a course ends on the last day that has a part of it`() throws {
    let zone = try #require(Zone("Europe/Berlin"))
    let start = try instant("2026-03-01T23:00:00Z")
    let course = Fact.course(Course(kind: .phase, name: try Name("A"), status: .completed))
    let ends: [(TimeSpan.End, DatedCourse.LastDay)] = [
      (.open, .open), (.at(start), .on(try day("2026-03-02"))),
      (.at(try instant("2026-03-04T23:00:00Z")), .on(try day("2026-03-04"))),
      (.at(try instant("2026-03-04T23:00:00.001Z")), .on(try day("2026-03-05"))),
    ]
    for (end, last) in ends {
      let entry = Entry(
        id: .sample(1), patient: .sample, author: .patient,
        occurred: .interval(try TimeSpan(from: start, to: end), zone), fact: course)
      let chart = try chart([entry])
      #expect(chart.phases.map(\.firstDay) == [try day("2026-03-02")])
      #expect(chart.phases.map(\.lastDay) == [last])
      #expect(chart.courses.isEmpty)
    }
  }

  @Test func `signals carry what people did about them`() throws {
    let signal = Signal(kind: .safety, urgency: .now, summary: try FreeText("look"))
    let seen = Acknowledgement(signal: .sample(1), action: .seen)
    let stray = Acknowledgement(signal: .sample(7), action: .seen)
    let chart = try chart([
      .sample(.acknowledgement(seen), 2), .sample(.signal(signal), 1),
      .sample(.acknowledgement(stray), 3),
    ])
    #expect(chart.signals.map { $0.acknowledgements.map(\.entry) } == [[.sample(2)]])
    #expect(chart.problems.map(\.kind) == [.acknowledgesMissing(.sample(7))])
  }

  @Test func `doses of one medicine are one timeline whatever the capitals`() throws {
    let steps = try ["Examplomine", "examplomine", "Other"].enumerated().map { index, name in
      Entry.sample(
        .doseStep(try DoseStep(substance: Name(name), dosePerDay: Quantity(10, .milligram))), index)
    }
    let doses = try chart(steps).doses
    #expect(doses.map(\.substance.text) == ["Examplomine", "Other"])
    #expect(doses.map(\.steps.count) == [2, 1])
  }

  @Test func `a chart is of one patient`() throws {
    let mine = try Entry.checkIn(["mood": 1], 1)
    let note = Fact.note(Note(text: try FreeText("x"), audience: .everyone))
    let other = Entry.sample(note, 2, patient: "person-0")
    #expect(try chart([mine, other]).entries == [mine])
    #expect(Chart.patients(in: [mine, other, mine]) == ["person-0", "person-1"])
  }

  @Test func `the sample gets better`() throws {
    let sample = try Chart.sample(weeks: 12, knowledge: .bundled())
    #expect(sample.checkIns.map(\.points.count) == [84, 84])
    #expect(sample.scores["phq9"]?.first?.value == 16)
    #expect(sample.scores["phq9"]?.last?.value == 0)
    #expect(sample.problems.isEmpty)
  }
}

extension Entry {
  fileprivate static func checkIn(_ number: Int, at instant: Instant, zone: Zone) throws -> Entry {
    try .checkIn(["mood": 5], number, at: instant, zone: zone)
  }

  fileprivate static func checkIn(at instant: Instant, zone: Zone) throws -> Entry {
    try .checkIn(1, at: instant, zone: zone)
  }
}
