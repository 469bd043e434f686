import Statistics

/// Trials of one person each, who alternates between blocks with and without.
///
/// The first half of each block is left out, as if it were enough for the last block to wash out. The
/// order of the blocks of a pair alternates. Ratings of mood carry noise of their own.
struct CrossoverTrials: DesignTrials {
  private let design: CrossoverDesign
  private let alpha: Double
  /// With blocks, never and always.
  private let planned: CourseSet
  private let withoutTerms: CourseSet
  /// Whether each block is one with.
  private let blocks: [Bool]

  init(_ design: CrossoverDesign, alpha: Double, in model: PlanModel) throws(SimulationError) {
    self.design = design
    self.alpha = alpha
    let blocks = (0..<design.pairs).flatMap {
      $0.isMultiple(of: 2) ? [true, false] : [false, true]
    }
    let given = (0..<design.days).filter { blocks[$0 / design.block] }
    let courses = [
      design.input.course(on: given), PlannedCourse(),
      design.input.course(on: Array(0..<design.days)),
    ]
    self.blocks = blocks
    planned = try CourseSet(courses, days: design.days, in: model)
    let without = ModelTerm.ofTreatments.reduce(model) { $0.without($1) }
    withoutTerms = try CourseSet([courses[0]], days: design.days, in: without)
  }

  var peoplePerTrial: Int { 1 }
  var comparisons: [PowerTally.Comparison] { [.blocks] }

  func tally(of cohort: Cohort, seed: UInt32) throws(SimulationError) -> PowerTally {
    let moods = try planned.moods(of: cohort, seed: seed)
    let without = try withoutTerms.moods(of: cohort, seed: seed)
    var tally = PowerTally(comparisons)
    tally.people = cohort.count
    for person in 0..<cohort.count {
      var stream = RandomStream(seed: UInt64(seed), stream: UInt64(cohort.people[person]))
      let noise = (0..<design.days).map { _ in design.noise * stream.normal() }
      let days = person * design.days..<(person + 1) * design.days
      tally.rows[0].power.add(finds(moods[0][days], noise))
      tally.rows[0].falseFindings.add(finds(moods[1][days], noise))
      tally.rows[0].withoutTerms.add(finds(without[0][days], noise))
      tally.rows[0].effect.add(thousandths(contrast(moods[0][days])))
      let end = days.suffix(design.block)
      tally.rows[0].alwaysOn.add(thousandths(mean(moods[2][end]) - mean(moods[1][end])))
    }
    return tally
  }

  /// Whether blocks with are rated better than those without.
  private func finds(_ moods: ArraySlice<Float>, _ noise: [Double]) -> Bool {
    let means = blocks.indices.map { block in
      let days = block * design.block + design.block / 2..<(block + 1) * design.block
      let sum = days.reduce(0.0) { $0 + Double(moods[moods.startIndex + $1]) + noise[$1] }
      return sum / Double(days.count)
    }
    let differences = (0..<design.pairs).map { pair in
      let difference = means[2 * pair] - means[2 * pair + 1]
      return blocks[2 * pair] ? difference : -difference
    }
    return GroupTest.paired(differences) < alpha
  }

  /// Mood in all blocks with, less mood in all blocks without.
  private func contrast(_ moods: ArraySlice<Float>) -> Double {
    var sum = 0.0
    for (day, mood) in moods.enumerated() {
      sum += blocks[day / design.block] ? Double(mood) : -Double(mood)
    }
    return 2 * sum / Double(moods.count)
  }
}

/// Thousandths as a whole number; what is no number counts as 0.
func thousandths(_ value: Double) -> Int { value.isFinite ? Int((value * 1000).rounded()) : 0 }

/// The mean of some numbers; 0 without any.
func mean(_ values: ArraySlice<Float>) -> Double {
  values.isEmpty ? 0 : values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
}

extension DesignInput {
  /// A course in which this is given on some days.
  func course(on days: [Int]) -> PlannedCourse {
    switch self {
    case .treatment(let id, let dose):
      PlannedCourse(treatments: [PlannedTreatment(id, days: days, dose: dose)])
    case .visit(let weight): PlannedCourse(visits: [PlannedVisit(days: days, weight: weight)])
    }
  }
}
