import Knowledge
import Testing
import Time

@testable import Windows

/// Windows as they leave the room.
struct WindowTests {
  @Test func `the status statement travels with every window`() throws {
    let window = try Samples.window(
      over: Samples.sessions(of: "ketamine-effect", on: [0]), after: 1)
    #expect(window.statement.hasPrefix("Model of published group-level time courses"))
    #expect(window.statement.contains("does not measure this person’s brain"))
  }

  @Test func `stretches at a higher confidence lie within those at a lower one`() throws {
    let window = try Samples.window(
      over: Samples.sessions(of: "esketamine-effect", on: [0, 3.5, 7, 10.5, 21]), after: 22)
    let confidences = [0.05, 0.25, 0.5, 0.8, 0.95, 1]
    var found = 0
    for (low, high) in zip(confidences, confidences.dropFirst()) {
      let wide = window.spans(confidence: low)
      for inner in window.spans(confidence: high) {
        found += 1
        #expect(wide.contains { $0.opens <= inner.opens && end($0) >= end(inner) })
      }
    }
    #expect(found > 2)
    #expect(window.spans(confidence: 0).isEmpty && window.spans(confidence: 1.01).isEmpty)
    #expect(window.spans(confidence: .nan).isEmpty)
  }

  private func end(_ span: WindowSpan) -> Instant {
    if case .at(let instant) = span.closes { instant } else { Instant.range.upperBound }
  }

  @Test func `half of the parameter sets close a window near its day of a quarter`() throws {
    let window = try Samples.window(
      over: Samples.sessions(of: "ketamine-effect", on: [0]), after: 1)
    let span = try #require(window.spans(confidence: 0.5).first)
    #expect(span.opens.days(since: Samples.start) < 0.2)
    // The share that is open on day 10 is 0.51 by an independent simulation.
    #expect(abs(end(span).days(since: Samples.start) - 10) < 1)
  }

  @Test func `equal seeds give equal windows in any order, other seeds others`() throws {
    let events = try Samples.sessions(of: "esketamine-effect", on: [0, 3, 7, 10])
    let first = try Samples.window(over: events, after: 11)
    let again = try Samples.window(over: events.reversed(), after: 11)
    let other = try Samples.window(over: events, after: 11, seed: 14)
    let heights = { (window: Window<AntidepressantEffect>) in window.points.map(\.outer.high) }
    #expect(first.shares == again.shares && heights(first) == heights(again))
    #expect(heights(first) != heights(other))
  }

  @Test func `what passes is counted in hours, not in days of the calendar`() throws {
    // Clocks in Berlin went forward on 29 March 2026, between these two sessions of 10 o'clock.
    let zone = try #require(Zone("Europe/Berlin"))
    let kernel = try Samples.kernel("itbs-evoked-potential", in: HumanBiomarker.self)
    func window(_ day: String) throws -> Window<HumanBiomarker> {
      let local = try #require(LocalTime("\(day)T03:30:00"))
      guard case .once(let asked) = zone.resolve(local) else { throw Samples.Absent() }
      let start = asked.advanced(byDays: -2.0 / 24)
      let windows = try Samples.model().windows(
        over: [WindowEvent(kernel, label: "session", start: start)], at: asked)
      return try #require(windows.first)
    }
    let (before, after) = (try window("2026-03-28"), try window("2026-03-29"))
    #expect(before.shares == after.shares)
    #expect(before.level.middle.description == after.level.middle.description)
  }

  @Test func `contributions fall with the age of a session and fill the whole`() throws {
    let window = try Samples.window(
      over: Samples.sessions(of: "ketamine-effect", on: [0, 4, 8]), after: 9)
    #expect(window.contributions.map { $0.start.days(since: Samples.start) } == [8, 4, 0])
    let shares = window.contributions.compactMap { Int($0.share.description.dropLast(2)) }
    #expect(shares == shares.sorted(by: >) && abs(shares.reduce(0, +) - 100) <= 1)
  }

  @Test func `sessions within the refractory time leave nothing`() throws {
    let minute = 1.0 / 1440
    let close = try Samples.sessions(
      of: "itbs-evoked-potential", on: [0, 20 * minute, 60 * minute], in: HumanBiomarker.self)
    let window = try Samples.window(over: close, after: 70 * minute)
    #expect(window.refractoryCount == 1 && window.eventCount == 2)
  }

  @Test func `a window that has faded is not made, and one of the future neither`() throws {
    let events = try Samples.sessions(of: "ketamine-effect", on: [0])
    let model = try Samples.model()
    #expect(model.windows(over: events, at: Samples.start.advanced(byDays: 200)).isEmpty)
    #expect(model.windows(over: events, at: Samples.start.advanced(byDays: -1)).isEmpty)
    #expect(model.windows(over: [WindowEvent<RodentPlasticity>](), at: Samples.start).isEmpty)
    #expect(model.windows(over: events, at: Samples.start.advanced(byDays: 0.01)).count == 1)
  }

  @Test func `measures of one layer stay apart`() throws {
    let spines = try Samples.sessions(of: "ketamine-spines", on: [0], in: RodentPlasticity.self)
    let period = try Samples.sessions(
      of: "ketamine-critical-period", on: [0], in: RodentPlasticity.self)
    let windows = try Samples.model()
      .windows(over: spines + period, at: Samples.start.advanced(byDays: 1))
    #expect(windows.map(\.measure) == ["critical period of social reward", "dendritic spines"])
  }

  @Test func `a hundred thousand sessions are finite and saturate`() throws {
    let events = try Samples.sessions(
      of: "esketamine-effect", on: (0..<100_000).map { Double($0) * 0.001 })
    let window = try Samples.window(over: events, after: 100, draws: 4)
    #expect(window.eventCount == 100_000)
    #expect(window.level.middle.description == "100 %")
    #expect(
      window.points.allSatisfy { $0.middle.isFinite && $0.middle <= 100 && $0.outer.low >= 0 })
    #expect(window.contributions.count == 8 && window.furtherContributions > 10_000)
  }

  @Test func `times at both ends of the calendar give windows or none, never a trap`() throws {
    let kernel = try Samples.kernel("ketamine-effect")
    let ends = [Instant.range.lowerBound, Samples.start, Instant.range.upperBound]
    for start in ends {
      for moment in ends {
        let events = [
          WindowEvent(kernel, label: "a", start: start),
          WindowEvent(kernel, label: "b", start: start, duration: .until(ends[0])),
          WindowEvent(kernel, label: "c", start: start, duration: .ongoing),
        ]
        let windows = try Samples.model(draws: 4).windows(over: events, at: moment)
        #expect(windows.allSatisfy { $0.points.allSatisfy { $0.middle.isFinite } })
      }
    }
  }

  @Test func `a level is no number and cannot be compared`() throws {
    let window = try Samples.window(
      over: Samples.sessions(of: "ketamine-effect", on: [0]), after: 1)
    let outputs: [Any] = [
      window, window.level, window.level.middle, window.openShare, window.contributions,
    ]
    for output in outputs {
      #expect(!(output is any Equatable) && !(output is any Comparable))
      #expect(!(output is any Numeric) && !(output is any Encodable))
    }
    let number: Any = 0.5
    #expect(number is any Equatable && number is any Comparable && number is any Numeric)
  }

  @Test(arguments: [
    (0.0, "<1 %"), (0.004, "<1 %"), (0.5, "50 %"), (0.996, ">99 %"), (1, "100 %"),
    (.nan, "unknown"), (7, "100 %"),
  ])
  func `a percentage reads`(share: Double, words: String) {
    #expect(Percentage(share).description == words)
  }
}
