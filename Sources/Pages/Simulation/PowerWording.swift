import Care
import Charts
import Simulation

/// Every sentence about the power of a design, in English.
struct PowerWording {
  let finding: PowerFinding

  var frame: Wording { Wording(audience: .researcher) }
  var design: Design { finding.design }
  var title: String { "Power of a design: \(design.title)" }

  var opening: [String] {
    let trials = CountText.of(finding.tally.trials, "simulated trial")
    let each = isOnePerson ? " of one person each" : ""
    let partial =
      finding.isPartial
      ? [
        "Stopped early: only \(trials) of \(CountText.grouped(design.trials)) are done. "
          + "Everything below is about them."
      ] : []
    return [
      SimulationStandingWords.invented,
      "\(trials)\(each), \(CountText.of(finding.tally.people, "invented person", "invented people")) "
        + "with a PHQ-9 of at least \(design.cohort.leastTotal). Seed \(finding.seed).",
    ] + partial
  }

  private var isOnePerson: Bool {
    if case .crossover = design.kind { true } else { false }
  }

  // MARK: In short

  var short: [String] {
    warnings + finding.tally.rows.map(sentence)
      + [SimulationStandingWords.noise, SimulationStandingWords.oneSet]
  }

  /// What must be known before this design is chosen.
  var warnings: [String] {
    switch design.kind {
    case .crossover(let crossover): [carryOver(crossover)]
    case .parallel(let parallel) where parallel.arms.count > 2,
      .randomisedTiming(let parallel) where parallel.arms.count > 2:
      [manyTests]
    case .smart: [manyTests]
    case .parallel, .randomisedTiming, .multipleBaseline: []
    }
  }

  private var manyTests: String {
    "Each comparison is tested by itself. With several tests the chance of some false finding is "
      + "higher."
  }

  private func carryOver(_ crossover: CrossoverDesign) -> String {
    let row = finding.tally.rows.first
    let contrast = mood(row?.effect)
    let always = mood(row?.alwaysOn)
    let first =
      "Warning: alternating blocks cannot see learning. What is learnt in a block with stays in the "
      + "block without, and hides the difference."
    let second =
      "Here mood differs by \(contrast) between blocks with and without, while giving it all the time "
      + "would change mood by \(always) at the end."
    return first + " " + second
      + " For practice and therapy choose a design with a randomised start (multipleBaseline) or a "
      + "randomised timing."
  }

  private func mood(_ sum: PairedSum?) -> String {
    guard let mean = sum?.mean else { return "an unknown amount" }
    return NumberText.fixed(mean / 1000, places: 3)
  }

  private func sentence(_ row: PowerTally.Row) -> String {
    "\(name(of: row.comparison)): a finding in \(share(row.power)) of trials (power), in "
      + "\(share(row.falseFindings)) where both sides got the same (\(allowed) are allowed), in "
      + "\(share(row.withoutTerms)) with every term of treatments of the body at zero."
  }

  private var allowed: String { "\(NumberText.short(design.alpha * 100)) %" }

  // MARK: Table

  var tableTitle: String { "What the trials found" }
  var tableIntroduction: [String] {
    [
      "A finding is \(test). The error in brackets is that of the number of simulated trials alone.",
      "The true effect is that of the same people under both, which no real trial can see.",
    ]
  }

  private var test: String {
    let p = "p below \(NumberText.short(design.alpha))"
    return switch design.kind {
    case .parallel, .randomisedTiming:
      "\(p), two-sided, by analysis of covariance with the first PHQ-9"
    case .smart:
      "\(p), two-sided: by analysis of covariance with the first PHQ-9, and for rules by weighted means"
    case .multipleBaseline:
      "\(p), one-sided, by a randomisation test on the days that might have been drawn (199 draws)"
    case .crossover:
      "\(p), one-sided, by a paired t test on the second halves of the blocks"
    }
  }

  var table: DataTable {
    let rows = finding.tally.rows.map { row in
      [
        name(of: row.comparison), share(row.power), share(row.falseFindings),
        share(row.withoutTerms), effect(row),
      ]
    }
    return DataTable(
      caption: tableTitle,
      headings: [
        "Comparison", "power", "false findings", "all treatment terms at zero", "true effect",
      ], rows: rows)
  }

  func name(of comparison: PowerTally.Comparison) -> String {
    switch comparison {
    case .arms(let one, let other): "\(EvidenceWording.capitalised(one)) against \(other)"
    case .second(let one, let other):
      "After no response: \(one) against \(other)"
    case .rules(let one, let other): "Rule \"\(one)\" against \"\(other)\""
    case .blocks: "Blocks with against blocks without"
    case .afterStart: "After the drawn day against before"
    }
  }

  private func share(_ proportion: Proportion) -> String {
    guard let share = proportion.share, let error = proportion.standardError else { return "–" }
    return
      "\(NumberText.fixed(share * 100, places: 1)) % (± \(NumberText.fixed(error * 100, places: 1)))"
  }

  private func effect(_ row: PowerTally.Row) -> String {
    guard let mean = row.effect.mean else { return "–" }
    return row.comparison.isMood
      ? "\(NumberText.fixed(mean / 1000, places: 3)) units of mood (people differ by about 0.3 from day to day)"
      : "\(NumberText.fixed(mean / 1000, places: 2)) points of the PHQ-9"
  }

  // MARK: What was assumed

  var assumptions: [String] {
    switch design.kind {
    case .parallel(let parallel): arms(parallel)
    case .randomisedTiming(let parallel): arms(parallel)
    case .smart(let smart):
      [
        "\(smart.people) people. Who has not responded by day \(smart.decisionDay) (more than half of "
          + "the first PHQ-9) is assigned again\(smart.keepsFirst ? " and keeps the first treatment" : "")"
          + ". The outcome is the PHQ-9 of day \(smart.outcomeDay).",
        "First: \(CountText.list(smart.first.map(\.name))). "
          + "Then: \(CountText.list(smart.second.map(\.name))).",
      ]
    case .multipleBaseline(let design):
      [
        "\(CountText.of(design.people, "person", "people")) a trial, \(design.days) days; "
          + "\(words(for: design.input)) from a day drawn between \(design.starts.lowerBound) and "
          + "\(design.starts.upperBound) to the end. \(noise(design.noise))"
      ]
    case .crossover(let design):
      [
        "One person, \(2 * design.pairs) blocks of \(design.block) days, \(words(for: design.input)) in "
          + "every other one; the order within pairs alternates. The first half of each block is left "
          + "out. \(noise(design.noise))"
      ]
    }
  }

  private func arms(_ design: ParallelDesign) -> [String] {
    let size =
      "\(CountText.of(design.people, "person", "people")) in each of "
      + "\(design.arms.count) arms; the outcome is the PHQ-9 of day \(design.outcomeDay)."
    return [size]
      + design.arms.map { arm in
        let given = arm.course.treatments.map {
          "\($0.treatment) \(DaysText.of($0.days))"
            + ($0.dose == 1 ? "" : ", \(NumberText.short($0.dose)) times the usual dose")
        }
        let visits = arm.course.visits.map { "visits \(DaysText.of($0.days))" }
        let all = given + visits
        return "\(EvidenceWording.capitalised(arm.name)): "
          + (all.isEmpty ? "nothing" : all.joined(separator: "; "))
      }
  }

  private func words(for input: DesignInput) -> String {
    switch input {
    case .treatment(let id, let dose):
      dose == 1 ? id : "\(id) at \(NumberText.short(dose)) times the usual dose"
    case .visit(let weight):
      "a lift without learning (a visit of weight \(NumberText.short(weight)) each day)"
    }
  }

  private func noise(_ noise: Double) -> String {
    "Mood is rated each day with noise of \(NumberText.short(noise)) units."
  }
}
