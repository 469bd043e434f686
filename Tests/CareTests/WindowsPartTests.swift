import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time
import Windows

/// Windows of a chart: what was given finds its time course, or is left out and named.
@Suite struct WindowsPartTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Knowledge.bundled() }

  private func later(_ days: Double) -> Instant { Instant.sample.advanced(byDays: days) }

  private func session(
    _ kind: Session.Kind, _ name: String?, _ number: Int, at days: Double,
    outcome: Session.Outcome = .completed, course: Int? = nil
  ) throws -> Entry {
    let session = Session(
      kind: kind, name: try name.map { try Name($0) }, outcome: outcome,
      course: course.map { .sample($0) })
    return .sample(.session(session), number, at: later(days))
  }

  private func course(
    _ kind: Course.Kind, _ name: String, _ number: Int, at days: Double,
    status: Course.Status = .active
  ) throws -> Entry {
    .sample(
      .course(Course(kind: kind, name: try Name(name), status: status)), number, at: later(days))
  }

  private func windows(_ entries: [Entry], after days: Double) -> WindowsPart? {
    review(entries, after: days).parts.lazy.compactMap {
      if case .windows(let part) = $0 { part } else { nil }
    }.first
  }

  private func review(
    _ entries: [Entry], after days: Double, settings: ReviewSettings = ReviewSettings()
  ) -> Review {
    Review(
      entries: entries, patient: .sample, at: later(days), using: knowledge, settings: settings)
  }

  @Test func `sessions of ketamine open windows in two layers`() throws {
    let entries = try [
      session(.ketamine, "ketamine", 1, at: 0),
      session(.ketamine, "Ketamine into a vein", 2, at: 3),
    ]
    let part = try #require(windows(entries, after: 4))
    #expect(part.effect.map(\.eventCount) == [2] && part.biomarker.isEmpty)
    #expect(
      part.rodent.map(\.measure) == ["critical period of social reward", "dendritic spines"])
    #expect(part.statement == knowledge.windows?.statement)
    #expect(part.effect.allSatisfy { $0.statement == part.statement })
  }

  @Test func `without anything that has a time course there is no part`() throws {
    #expect(windows([], after: 1) == nil)
    let talk = try session(.psychotherapy, "cognitive behavioural therapy", 1, at: 0)
    #expect(windows([talk], after: 1) == nil)
    let old = try session(.ketamine, "ketamine", 1, at: 0)
    #expect(windows([old], after: 400) == nil)
  }

  @Test func `patients see no window, and none is computed for them`() throws {
    let entries = [try session(.ketamine, "ketamine", 1, at: 0)]
    let all = review(entries, after: 1)
    func hasWindows(_ parts: [ReviewPart]) -> Bool {
      parts.contains { if case .windows = $0 { true } else { false } }
    }
    #expect(!hasWindows(all.parts(for: .patient)))
    #expect(hasWindows(all.parts(for: .clinician)) && hasWindows(all.parts(for: .researcher)))
    let own = review(entries, after: 1, settings: ReviewSettings(audiences: [.patient]))
    #expect(!hasWindows(own.parts))
  }

  @Test func `a name that the catalogue does not have is listed and matched with nothing`() throws {
    let entries = try [
      session(.ketamine, "ketamine", 1, at: 0), session(.ketamine, "examplomine", 2, at: 1),
      session(.ketamine, nil, 3, at: 2), session(.ketamine, "ketamine", 4, at: 2, outcome: .missed),
      session(.ketamine, "ketamine", 5, at: 2, outcome: .stoppedEarly),
    ]
    let part = try #require(windows(entries, after: 3))
    #expect(part.effect.map(\.eventCount) == [1])
    #expect(part.leftOut.unknownNames == ["examplomine"] && part.leftOut.stoppedSessions == 1)
  }

  @Test func `sessions of a course that is described as a whole do not count twice`() throws {
    let sessions = try (0..<6).map {
      try session(.ect, nil, 10 + $0, at: Double($0) * 3, course: 1)
    }
    let whole = try #require(
      windows(try [course(.ect, "electroconvulsive therapy", 1, at: 0)] + sessions, after: 20))
    #expect(whole.effect.flatMap { $0.kernels.map(\.id) } == ["ect-course-effect"])
    #expect(whole.biomarker.map(\.measure) == ["volume of the hippocampus"])
    let alone = try #require(
      windows(try (0..<6).map { try session(.ect, nil, 10 + $0, at: Double($0) * 3) }, after: 17))
    #expect(alone.effect.flatMap { $0.kernels.map(\.id) } == ["ect-session-effect"])
    #expect(alone.effect.map(\.eventCount) == [6])
    let broken = try course(.ect, "electroconvulsive therapy", 1, at: 0, status: .stopped)
    let stopped = try #require(windows([broken] + sessions, after: 17))
    #expect(stopped.leftOut.stoppedCourses == ["electroconvulsive therapy"])
    #expect(stopped.effect.flatMap { $0.kernels.map(\.id) } == ["ect-session-effect"])
  }

  @Test func `a medicine keeps its window open while it is taken`() throws {
    func dose(_ amount: Double, _ number: Int, at days: Double) throws -> Entry {
      let step = try DoseStep(
        substance: Name("sertraline"), dosePerDay: Quantity(amount, .milligram))
      return .sample(.doseStep(step), number, at: later(days))
    }
    let taken = try #require(
      windows([try dose(50, 1, at: 0), try dose(100, 2, at: 14)], after: 100))
    #expect(taken.effect.map(\.eventCount) == [1] && taken.effect[0].isOngoing)
    #expect(taken.effect[0].spans(confidence: 0.95).last?.closes == .open)
    let stopped = try #require(
      windows([try dose(50, 1, at: 0), try dose(0, 2, at: 90)], after: 100))
    #expect(!stopped.effect[0].isOngoing)
    guard case .at(let end)? = stopped.effect[0].spans(confidence: 0.5).last?.closes else {
      Issue.record("it does not close")
      return
    }
    // The kernel falls to a quarter 34 weeks after its peak.
    #expect(abs(end.days(since: later(90)) - 34 * 7) < 21)
  }

  /// The heights of the curve, with or without an intake two hours before the last session.
  private func heights(_ sessions: [Entry], isTaken: Bool) throws -> [Double] {
    let intake = Intake(substance: try Name("D-cycloserine"), outcome: .taken)
    let taken = isTaken ? [Entry.sample(.intake(intake), 90, at: later(1 - 2.0 / 24))] : []
    let part = try #require(windows(taken + sessions, after: 1 + 40.0 / 1440))
    return try #require(part.biomarker.first).points.map(\.middle)
  }

  @Test func `what was taken before a daily session changes it, before several it does not`() throws
  {
    let daily = [try session(.tms, "iTBS", 1, at: 1)]
    #expect(try heights(daily, isTaken: true) != heights(daily, isTaken: false))
    let several = try (0..<3).map { try session(.tms, "iTBS", 1 + $0, at: 1 - Double($0) * 0.05) }
    #expect(try heights(several, isTaken: true) == heights(several, isTaken: false))
    // Taken too late to have begun.
    let intake = Intake(substance: try Name("D-cycloserine"), outcome: .taken)
    let late = [Entry.sample(.intake(intake), 90, at: later(1 - 0.5 / 24))] + daily
    let window = try #require(windows(late, after: 1 + 40.0 / 1440)?.biomarker.first)
    #expect(try window.points.map(\.middle) == heights(daily, isTaken: false))
  }
}
