import Statistics

/// Trials that assign people twice: at first, and again if they have not responded.
///
/// Rules of what to give first and what then are compared by weighting: a person who responded stands
/// for as many as there are rules that agree so far. Source: Murphy (2005), Statistics in Medicine
/// 24:1455.
struct SmartTrials: DesignTrials {
  private let design: SmartDesign
  private let alpha: Double
  private let planned: CourseSet
  private let withoutTerms: CourseSet

  init(_ design: SmartDesign, alpha: Double, in model: PlanModel) throws(SimulationError) {
    self.design = design
    self.alpha = alpha
    planned = try CourseSet(design.courses, days: design.outcomeDay + 1, in: model)
    let without = ModelTerm.ofTreatments.reduce(model) { $0.without($1) }
    withoutTerms = try CourseSet(design.courses, days: design.outcomeDay + 1, in: without)
  }

  var peoplePerTrial: Int { design.people }

  var comparisons: [PowerTally.Comparison] {
    design.first.dropFirst().map { .arms($0.name, with: design.first[0].name) }
      + design.second.dropFirst().map { .second($0.name, with: design.second[0].name) }
      + design.rules.dropFirst().map {
        .rules(design.name(of: $0), with: design.name(of: design.rules[0]))
      }
  }

  func tally(of cohort: Cohort, seed: UInt32) throws(SimulationError) -> PowerTally {
    let days = [design.decisionDay, design.outcomeDay]
    let lived = try planned.totals(of: cohort, on: days, seed: seed)
    let without = try withoutTerms.totals(of: cohort, on: days, seed: seed)
    let same = lived.indices.map { _ in lived[0] }
    var tally = PowerTally(comparisons)
    tally.people = cohort.count
    for trial in trials(of: cohort) {
      var stream = RandomStream(
        seed: UInt64(seed), stream: 1 << 41 | UInt64(cohort.people[trial.lowerBound]))
      let drawn = trial.map { _ in
        SmartDesign.Rule(
          first: Int.random(in: design.first.indices, using: &stream),
          second: Int.random(in: design.second.indices, using: &stream))
      }
      for (kind, totals) in [
        (\PowerTally.Row.power, lived), (\.falseFindings, same),
        (\.withoutTerms, without),
      ] {
        let people = zip(trial, drawn).map { member($0, $1, totals, cohort) }
        for (row, p) in tests(people).enumerated() { tally.rows[row][keyPath: kind].add(p < alpha) }
      }
    }
    addEffects(lived, cohort, &tally)
    return tally
  }

  /// A person of a trial: what was drawn, and what came of it.
  private struct Member {
    let rule: SmartDesign.Rule
    let responded: Bool
    let first: Double
    let outcome: Double
  }

  private func member(
    _ person: Int, _ rule: SmartDesign.Rule, _ totals: [[[Int]]], _ cohort: Cohort
  ) -> Member {
    let first = cohort.baseline[person]
    let responded = FormTally.hasResponded(
      totals[design.course(of: rule, responded: true)][0][person], first: first)
    let course = design.course(of: rule, responded: responded)
    return Member(
      rule: rule, responded: responded, first: Double(first),
      outcome: Double(totals[course][1][person]))
  }

  /// The p of each comparison, in their order.
  private func tests(_ people: [Member]) -> [Double] {
    let firsts = design.first.indices.dropFirst().map { test(people, \.rule.first, $0) }
    let left = people.filter { !$0.responded }
    let seconds = design.second.indices.dropFirst().map { test(left, \.rule.second, $0) }
    let rules = design.rules.dropFirst().map { rule in
      GroupTest.weighted(
        people.map {
          (outcome: $0.outcome, one: weight($0, rule), other: weight($0, design.rules[0]))
        })
    }
    return firsts + seconds + rules
  }

  /// The p of those who drew one place against those who drew the first.
  private func test(_ people: [Member], _ drawn: KeyPath<Member, Int>, _ place: Int) -> Double {
    let one = people.filter { $0[keyPath: drawn] == place }
    let other = people.filter { $0[keyPath: drawn] == 0 }
    return GroupTest.covariance(
      one.map { (outcome: $0.outcome, covariate: $0.first) },
      other.map { (outcome: $0.outcome, covariate: $0.first) })
  }

  /// How many people of a rule a person stands for.
  private func weight(_ person: Member, _ rule: SmartDesign.Rule) -> Double {
    guard person.rule.first == rule.first else { return 0 }
    if person.responded { return 1 }
    return person.rule.second == rule.second ? Double(design.second.count) : 0
  }

  /// The true effects: the same people under both.
  private func addEffects(_ totals: [[[Int]]], _ cohort: Cohort, _ tally: inout PowerTally) {
    let firsts = design.first.count - 1
    let seconds = design.second.count - 1
    for person in 0..<cohort.count {
      let outcome = { (first: Int, second: Int) in
        Int(member(person, SmartDesign.Rule(first: first, second: second), totals, cohort).outcome)
      }
      for row in tally.rows.indices {
        let place = row - firsts - seconds + 1
        let (one, other) =
          row < firsts
          ? (outcome(row + 1, 0), outcome(0, 0))
          : row < firsts + seconds
            ? (outcome(0, row - firsts + 1), outcome(0, 0))
            : (outcome(design.rules[place].first, design.rules[place].second), outcome(0, 0))
        tally.rows[row].effect.add(1000 * (one - other))
      }
    }
  }
}

extension SmartDesign {
  /// What is given first, and what then if it has not helped: places in ``first`` and ``second``.
  struct Rule: Hashable, Sendable {
    let first: Int
    let second: Int
  }

  /// All rules.
  var rules: [Rule] {
    first.indices.flatMap { one in second.indices.map { Rule(first: one, second: $0) } }
  }

  func name(of rule: Rule) -> String {
    "\(first[rule.first].name), then \(second[rule.second].name)"
  }

  /// All courses: for each first treatment that of people who respond, then one for each second.
  var courses: [PlannedCourse] {
    first.flatMap { one in
      let begun = keepsFirst ? one.course : one.course.until(decisionDay)
      return [one.course] + second.map { begun.joined(with: $0.course) }
    }
  }

  /// The place in ``courses`` of what a person gets.
  func course(of rule: Rule, responded: Bool) -> Int {
    rule.first * (second.count + 1) + (responded ? 0 : rule.second + 1)
  }
}
