import Inference
import Statistics
import Testing

/// People without any pattern are shown none, and people with one are shown it after the days stated.
@Suite struct PatternCalibrationTests {
  private struct Null: Sendable {
    let isShown: Bool
    let isNaive: Bool
    let isRefused: Bool
  }

  @Test(arguments: [PatternWorld.Bond.allCases])
  func `people without a pattern are shown none`(_ bonds: [PatternWorld.Bond]) async throws {
    var table = Table(
      "A pattern shown to people who have none (15 questions each)", "in common", "people",
      "shown %", "refused %", "plain correlations %")
    var all: [Null] = []
    for (index, bond) in bonds.enumerated() {
      let people = try await nulls(bond, seed: 310 + UInt64(index))
      // Whoever was refused an answer cannot have been shown a wrong one.
      let answered = people.filter { !$0.isRefused }
      table.add(
        bond.rawValue, "\(people.count)", percent(answered, \.isShown),
        percent(people, \.isRefused), percent(people, \.isNaive))
      #expect(!answered.isEmpty && share(answered, \.isShown) <= 0.05)
      #expect(share(people, \.isNaive) > 0.05)
      all += people
    }
    table.add(
      "all", "\(all.count)", percent(all, \.isShown), percent(all, \.isRefused),
      percent(all, \.isNaive))
    table.print()
    #expect(share(all, \.isRefused) < 0.2)
  }

  private func nulls(_ bond: PatternWorld.Bond, seed: UInt64) async throws -> [Null] {
    try await People.simulate(People.count(250), seed: seed) { stream in
      let days = 120 + Int(240 * stream.uniform())
      let world = PatternWorld(bond: bond, days: days, isLikert: stream.uniform() < 0.5)
      let person = try world.person(&stream)
      let patterns = search(person)
      return Null(
        isShown: patterns.map { !$0.shown.isEmpty } ?? false,
        isNaive: NaivePatterns.finds(person, lags: PatternSettings().lags),
        isRefused: patterns == nil)
    }
  }

  private struct Search: Sendable {
    let days: Int
    let isShown: Bool
    let isShownInTextbookDays: Bool
  }

  @Test func `four of five people are shown their pattern after the days stated`() async throws {
    var table = Table(
      "Power after the days stated", "effect", "people", "median days", "shown %",
      "after 7.85 (1-R²)/b² days %")
    for (index, effect) in [0.35, 0.5].enumerated() {
      let people = try await seekers(effect, seed: 320 + UInt64(index))
      table.add(
        "\(effect)", "\(people.count)", "\(people.map(\.days).sorted()[people.count / 2])",
        percent(people, \.isShown), percent(people, \.isShownInTextbookDays))
      let power = share(people, \.isShown)
      let error = (power * (1 - power) / Double(people.count)).squareRoot()
      #expect(power + (people.count < 200 ? 2 * error : 0) >= 0.8)
      #expect(share(people, \.isShownInTextbookDays) < 0.8)
    }
    table.print()
  }

  /// The true standardised effect, and what a day tells of it, are what a first long diary shows; the
  /// search is made in the days after it.
  private func seekers(_ effect: Double, seed: UInt64) async throws -> [Search] {
    try await People.simulate(People.count(200), seed: seed) { stream -> Search? in
      let world = PatternWorld(
        bond: .trendAndWeekday, days: 1200, effect: effect, isLikert: stream.uniform() < 0.5)
      let person = try world.person(&stream)
      let past = try person.days(0..<600)
      guard let long = search(past), let truth = answer(in: long) else { return nil }
      let scale = SeriesSummary(past.outcome.readings.map(\.value)).standardDeviation
      let stated = long.need.days(forEffect: max(truth.effect / scale, 0.05))
      let textbook = Int(Double(stated) * 7.85 / PatternNeed.factor)
      return Search(
        days: stated, isShown: try isShown(person, after: stated),
        isShownInTextbookDays: try isShown(person, after: textbook))
    }.compactMap(\.self)
  }
}

/// Looks at once, whatever the number of days.
private func search(_ person: PatternWorld.Person) -> Patterns? {
  var settings = PatternSettings()
  settings.effectOfInterest = 2
  return try? Patterns.found(
    in: person.outcome, predictors: person.predictors, settings: settings)
}

private func isShown(_ person: PatternWorld.Person, after days: Int) throws -> Bool {
  guard let patterns = search(try person.days(600..<min(600 + days, 1200))) else { return false }
  return answer(in: patterns)?.isShown ?? false
}

private func answer(in patterns: Patterns) -> Patterns.Candidate? {
  patterns.candidates.first { candidate in
    candidate.members.contains {
      $0.predictor == PatternWorld.names[0] && $0.lag == PatternWorld.trueLag
    }
  }
}

private func share<Person>(_ people: [Person], _ isSo: (Person) -> Bool) -> Double {
  Double(people.count(where: isSo)) / Double(max(people.count, 1))
}

private func percent<Person>(_ people: [Person], _ isSo: (Person) -> Bool) -> String {
  (100 * share(people, isSo)).formatted(1)
}
