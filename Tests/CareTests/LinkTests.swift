import Care
import Inference
import Knowledge
import PatientRecord
import Statistics
import TestKit
import Testing
import Time

/// Patterns, effects, severity by items and memory links in the review of a made-up diary.
@Suite struct LinkTests {
  private struct Diary {
    var entries: [Entry] = []
    private let knowledge: Knowledge
    private let days: Int

    /// Mood follows the night before by `effect` points an hour; a dose changes on day 60.
    init(days: Int, effect: Double = 0.8, jump: Double = 0) throws {
      knowledge = try Knowledge.bundled()
      self.days = days
      var stream = RandomStream(seed: 5)
      for day in 0..<days {
        let hours = 7 + stream.normal()
        let mood = 5 + effect * (hours - 7) + 0.8 * stream.normal() + (day >= 60 ? jump : 0)
        try add(.sleep(Sleep(duration: Minutes((hours * 60).rounded()))), day, hour: 7)
        let check = try Entry.checkIn(
          ["mood": min(max(mood, 0), 10)], 1, at: instant(day, hour: 20))
        try add(check.fact, day, hour: 20)
      }
      let medicine = try Name("Example medicine")
      for (day, dose) in [(10, 10.0), (60, 20)] where day < days {
        try add(
          .doseStep(DoseStep(substance: medicine, dosePerDay: Quantity(dose, .milligram))), day,
          hour: 9)
      }
      try add(
        .lifeEvent(LifeEvent(title: Name("Moved house"), valence: .negative)), min(63, days - 1),
        hour: 9)
    }

    private func instant(_ day: Int, hour: Double) -> Instant {
      Instant.sample.advanced(byDays: Double(day) + hour / 24)
    }

    mutating func add(_ fact: Fact, _ day: Int, hour: Double) throws {
      entries.append(.sample(fact, 1_000 + entries.count, at: instant(day, hour: hour)))
    }

    func review(for audiences: Set<Audience> = Set(Audience.allCases), panel: Bool = false)
      -> Review
    {
      Review(
        entries: entries, patient: .sample, at: instant(days + 1, hour: 12), using: knowledge,
        settings: ReviewSettings(audiences: audiences, hasEarlyWarning: panel))
    }

    func patterns(for audience: Audience = .patient) -> PatternsPart? {
      review(for: [audience]).parts.lazy.compactMap {
        if case .patterns(let part) = $0 { part } else { nil }
      }.first
    }

    func effects() -> EffectsPart? {
      review(for: [.clinician]).parts.lazy.compactMap {
        if case .effects(let part) = $0 { part } else { nil }
      }.first
    }
  }

  @Test func `sleep that moves the mood is shown with its size`() throws {
    let part = try #require(try Diary(days: 160).patterns())
    let shown = try #require(part.result.value?.shown.first)
    #expect(part.predictors == [.sleepHours])
    #expect(shown.members.map(\.predictor) == ["sleepHours"])
    #expect(shown.members.map(\.lag) == [0])
    let deviation = try #require(part.result.value?.predictors.first?.deviation)
    #expect(abs(shown.effect / deviation - 0.8) < 0.2)
  }

  @Test func `sleep that does nothing is not shown`() throws {
    let part = try #require(try Diary(days: 160, effect: 0).patterns())
    #expect(part.result.value?.shown.isEmpty == true)
  }

  @Test func `few days give the number needed`() throws {
    let part = try #require(try Diary(days: 40).patterns())
    let missing = try #require(part.result.missing)
    #expect((missing.needed ?? 0) > (missing.observed ?? .max))
  }

  @Test func `a change of dose is asked about with what else happened`() throws {
    let part = try #require(try Diary(days: 130, effect: 0, jump: 2.5).effects())
    let effect = try #require(part.effects.last)
    guard case .dose(let substance, let from, let to) = effect.change else {
      Issue.record("not a dose")
      return
    }
    #expect(substance == "Example medicine")
    #expect(from?.value == 10 && to.value == 20)
    let analysis = try #require(effect.analysis.value)
    #expect(analysis.effect.interval.contains(2.5))
    #expect(!analysis.effect.interval.contains(0))
    #expect(analysis.concurrent.map(\.name) == ["Moved house"])
    let multiverse = try #require(effect.multiverse)
    #expect(multiverse.verdicts.count >= 3 && multiverse.holding >= 3)
    #expect(part.earlierCount == 1)
  }

  @Test func `a change that did nothing is no effect and has no multiverse`() throws {
    let part = try #require(try Diary(days: 130, effect: 0).effects())
    let effect = try #require(part.effects.last)
    #expect(effect.analysis.value?.cautions.contains(.includesZero) == true)
    #expect(effect.multiverse == nil)
  }

  @Test func `patients see patterns and neither effects nor research panels`() throws {
    let review = try Diary(days: 60).review(panel: true)
    let names = { (audience: Audience) in
      Set(review.parts(for: audience).map { String(String(describing: $0).prefix { $0 != "(" }) })
    }
    #expect(names(.patient).contains("patterns"))
    #expect(names(.patient).isDisjoint(with: ["effects", "memoryLink", "earlyWarning"]))
    #expect(names(.clinician).contains("effects"))
    #expect(names(.clinician).isDisjoint(with: ["memoryLink", "earlyWarning"]))
    #expect(names(.researcher).isSuperset(of: ["effects", "earlyWarning"]))
  }

  @Test func `tasks and practice bring a link that says how many days it lacks`() throws {
    var diary = try Diary(days: 30)
    for day in 0..<20 {
      let summary = NamedQuantity(
        name: try Name("recalled"), quantity: try Quantity(Double(day), .one))
      try diary.add(
        .taskResult(TaskResult(task: Name("recall"), version: Name("1"), summary: [summary])), day,
        hour: 12)
    }
    let link = diary.review().parts.lazy.compactMap {
      if case .memoryLink(let part) = $0 { part } else { nil }
    }.first
    let part = try #require(link)
    #expect(part.task == "recall" && part.figure == "recalled")
    #expect(part.result.missing != nil)
  }

  @Test func `single answers give a probability beside the total`() throws {
    var course = try CourseFixture()
    for week in 0..<6 { course.add(total: 14 - 2 * week, ninth: 0, day: 7 * week) }
    try course.treat(fromDay: 1)
    let status = try #require(course.status(day: 36))
    let probability = try #require(status.remittedByItems?.value)
    #expect(probability > 0.2 && probability < 0.999)
    var severe = try CourseFixture()
    for week in 0..<6 { severe.add(total: 20, ninth: 2, day: 7 * week) }
    let high = try #require(severe.status(day: 36)?.remittedByItems?.value)
    #expect(high < 0.01)
    // A skipped ninth answer is never estimated.
    var skipped = try CourseFixture()
    for week in 0..<6 { skipped.add(total: 3, ninth: week == 5 ? nil : 0, day: 7 * week) }
    if let status = skipped.status(day: 36) { #expect(status.remittedByItems?.value == nil) }
  }
}
