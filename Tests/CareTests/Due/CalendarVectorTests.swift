import Care
import Knowledge
import PatientRecord
import Testing
import Time

/// The dates of the published calendars, counted by hand from their sources.
@Suite struct CalendarVectorTests {
  @Test func `esketamine has eight visits in four weeks, four in the next four, then fewer`() throws
  {
    var record = try DueFixture()
    try record.course(.ketamine, "esketamine", from: 0)
    let visits = record.days("esketamine-trd", "visit", on: 0, weeks: 16)
    #expect(visits.count { $0.lowerBound < 28 } == 8)
    #expect(visits.count { (28..<56).contains($0.lowerBound) } == 4)
    for week in 0..<4 { #expect(visits.count { $0.lowerBound / 7 == week } == 2) }
    for week in 4..<8 { #expect(visits.count { $0.lowerBound / 7 == week } == 1) }
    // From week 9 each visit may come one or two weeks after the one before.
    let later = visits.filter { $0.lowerBound >= 56 }
    #expect(later.first == 56...63)
    for (one, next) in zip(later, later.dropFirst()) {
      #expect(next.lowerBound - one.lowerBound == 7 && next.count == 8)
    }
    #expect(record.days("esketamine-trd", "benefit", on: 0) == weeks(4))
  }

  @Test func `for acute suicidality the visits end after eight`() throws {
    var record = try DueFixture()
    try record.course(.ketamine, "esketamine", from: 0)
    #expect(record.item("esketamine-mdsi", "visit", on: 0) == nil)
    let open = try #require(record.item("esketamine-trd", "visit", on: 0))
    #expect(open.open == ["whether the indication is depression with acute suicidality"])
    try record.decide("acute suicidality", on: 0)
    #expect(record.item("esketamine-trd", "visit", on: 0) == nil)
    #expect(record.days("esketamine-mdsi", "visit", on: 0).count == 8)
  }

  @Test func `a visit that took place is not asked for again, and a missed one is`() throws {
    var record = try DueFixture()
    try record.course(.ketamine, "esketamine", from: 0)
    try record.session(.ketamine, on: 0)
    #expect(record.days("esketamine-trd", "visit", on: 1, weeks: 1).first == 3...6)
    try record.session(.ketamine, nil, .missed, on: 3)
    #expect(record.days("esketamine-trd", "visit", on: 4, weeks: 1).first == 3...6)
    try record.session(.ketamine, on: 5)
    #expect(record.days("esketamine-trd", "visit", on: 5, weeks: 1).first == 7...9)
  }

  @Test func `metabolic monitoring is due on the days of ADA and APA`() throws {
    var record = try DueFixture()
    try record.dose("aripiprazole", 2, on: 0)
    let quarter = [3, 6, 9].map { number in
      // Three months from week 12, which is 25 May 2026.
      let lengths = [31, 30, 31, 31, 30, 31, 30, 31, 31].prefix(number).reduce(0, +)
      return 84 + lengths
    }
    let weight = record.days("ada-apa-2004", "weight", on: 0, weeks: 60)
    #expect(Array(weight.prefix(4)) == weeks(0, 4, 8, 12))
    #expect(Array(weight.dropFirst(4).prefix(3)) == quarter.map { $0...$0 })
    for (name, first) in [("blood-pressure", weeks(0, 12)), ("fasting-glucose", weeks(0, 12))] {
      let days = record.days("ada-apa-2004", name, on: 0, weeks: 130)
      #expect(days == first + [449...449, 815...815], "\(name)")
    }
    // Five years from 25 May 2026: the leap day of 2028 lies between.
    #expect(
      record.days("ada-apa-2004", "lipids", on: 0, weeks: 400) == weeks(0, 12) + [1910...1910])
    for name in ["history", "waist"] {
      #expect(
        record.days("ada-apa-2004", name, on: 0, weeks: 110) == [0...0, 365...365, 731...731])
    }
  }

  @Test func `the variant of 2020 takes the place of the other where the site chose it`() throws {
    var record = try DueFixture()
    try record.dose("quetiapine", 150, on: 0)
    #expect(record.item("apa-2020", "glucose", on: 0) == nil)
    let glucose = try #require(record.item("apa-2020", "glucose", on: 0, chosen: ["apa-2020"]))
    #expect(glucose.time.days?.lowerBound == Day("2026-07-02"))
    #expect(record.item("ada-apa-2004", "weight", on: 0, chosen: ["apa-2020"]) == nil)
    let bmi = record.list(on: 0, chosen: ["apa-2020"]).items.filter {
      $0.origin == .calendar("apa-2020", item: "bmi")
    }
    #expect(bmi.contains { $0.time == .eachContact })
    // After six months every three months, counted from the last.
    try record.measure("weight", on: try months(6))
    let later = try #require(
      record.item("apa-2020", "bmi", on: try months(7), chosen: ["apa-2020"]))
    #expect(later.time.days?.lowerBound == Day("2026-12-02"))
  }

  @Test func `akathisia is asked about at 1, 2, 4 and 8 weeks with three of the medicines`() throws
  {
    var record = try DueFixture()
    try record.dose("cariprazine", 1.5, on: 0)
    #expect(record.days("movement-ratings", "akathisia", on: 0) == weeks(1, 2, 4, 8))
    var other = try DueFixture()
    try other.dose("olanzapine", 5, on: 0)
    #expect(other.days("movement-ratings", "akathisia", on: 0) == [])
    // Every 6 to 12 months while nobody said how high the risk is.
    try other.total("aims", 0, on: 0)
    let first = other.days("movement-ratings", "dyskinesia", on: 1).first
    #expect(first == (try months(6))...(try months(12)))
  }

  @Test func `lithium levels follow start, changes, stability and risk`() throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    #expect(record.days("lithium-levels", "level", on: 0).first == 7...7)
    try record.measure("lithium level", on: 7)
    // Nobody said whether it is stable: weekly if not, every three months if so.
    let open = try #require(record.item("lithium-levels", "level", on: 8))
    #expect(
      open.time
        == .days(DueFixture.day(14)...DueFixture.start.advanced(byMonths: 3).advanced(by: 7)))
    #expect(open.open == ["whether the lithium level is stable since the last change"])
    try record.decide("lithium level stable", on: 8)
    let stable = try #require(record.item("lithium-levels", "level", on: 9))
    let inThree = try #require(Day("2026-06-09"))
    #expect(stable.time == .days(inThree...inThree) && stable.open == [])
    // A change makes the statement void and asks for a level a week later.
    try record.dose("lithium", 600, on: 30)
    #expect(record.days("lithium-levels", "level", on: 31).first == 37...37)
    try record.measure("lithium level", on: 37)
    try record.decide("lithium-level-stable", .declined, on: 38)
    #expect(record.days("lithium-levels", "level", on: 39).first == 44...44)
  }

  @Test func `after a year levels come every six months, or every three at higher risk`() throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    let year = try months(12)
    try record.decide("lithium level stable", on: 10)
    try record.measure("lithium level", on: year)
    let (three, six) = (try months(15), try months(18))
    #expect(record.days("lithium-levels", "level", on: year + 1).first == three...six)
    var risky = record
    try risky.decide("lithium higher risk", on: year)
    #expect(risky.days("lithium-levels", "level", on: year + 1).first == three...three)
    try record.decide("lithium higher risk", .declined, on: year)
    #expect(record.days("lithium-levels", "level", on: year + 1).first == six...six)
  }

  @Test func `lithium in pregnancy is asked for only where a pregnancy is recorded`() throws {
    var record = try DueFixture()
    try record.dose("lithium", 400, on: 0)
    #expect(record.item("lithium-pregnancy", "level", on: 8) == nil)
    try record.decide("pregnant", on: 5)
    try record.measure("lithium level", on: 7)
    let level = try #require(record.item("lithium-pregnancy", "level", on: 8))
    #expect(level.time.days?.lowerBound == DueFixture.day(14))
    try record.decide("near term", .declined, on: 8)
    let monthly = try #require(record.item("lithium-pregnancy", "level", on: 8))
    #expect(monthly.time.days?.lowerBound == Day("2026-04-09"))
    #expect(record.days("lithium-organs", "kidney", on: 8).first == 0...0)
  }

  @Test func `cognition is tested before ECT, after six sessions, at the end and after it`() throws
  {
    var record = try DueFixture()
    try record.course(.ect, "ECT", .planned, from: 10)
    #expect(record.days("ect-cognition", "global", on: 0).first == 10...10)
    record = try DueFixture()
    try record.course(.ect, "ECT", from: 0, to: 27)
    try record.total("moca", 26, on: -3)
    for session in 0..<5 { try record.session(.ect, on: session * 3) }
    let waiting = record.list(on: 13).items.filter {
      $0.origin == .calendar("ect-cognition", item: "global")
    }
    #expect(waiting.map(\.time) == [.afterSessions(6, soFar: 5)])
    try record.session(.ect, on: 15)
    #expect(record.days("ect-cognition", "global", on: 16) == [15...15])
    try record.total("moca", 25, on: 16)
    #expect(record.days("ect-cognition", "global", on: 17) == [])
    try record.session(.ect, on: 26)
    #expect(record.days("ect-cognition", "global", on: 28).first == 27...27)
    try record.total("moca", 24, on: 28)
    // One to two months after 29 March.
    let after = try #require(record.item("ect-cognition", "global", on: 29))
    let (first, last) = (try #require(Day("2026-04-29")), try #require(Day("2026-05-29")))
    #expect(after.time == .days(first...last))
    try record.total("moca", 26, on: 60)
    #expect(record.item("ect-cognition", "global", on: 61) == nil)
  }

  @Test func `magnetic stimulation asks for thresholds weekly and scales by session`() throws {
    var record = try DueFixture()
    try record.course(.neuromodulation, "iTBS", from: 0)
    for day in 0..<10 { try record.session(.tms, on: day) }
    #expect(record.days("tms-course", "scale-by-session", on: 10).first == 9...9)
    try record.total("phq9", 12, on: 10)
    #expect(record.days("tms-course", "scale-by-session", on: 11) == [])
    #expect(record.days("tms-course", "motor-threshold", on: 0).first == 0...0)
    try record.measure("motor threshold", on: 0)
    #expect(record.days("tms-course", "motor-threshold", on: 1).first == 7...7)
    let list = record.item("tms-course", "checklist", on: 3)
    #expect(list?.time == .eachSession && list?.checklist == "tms-session")
  }
}
