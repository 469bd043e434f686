/// Trials in which each person is in one arm.
struct ParallelTrials: DesignTrials {
  private let design: ParallelDesign
  private let alpha: Double
  private let planned: CourseSet
  private let withoutTerms: CourseSet

  init(_ design: ParallelDesign, alpha: Double, in model: PlanModel) throws(SimulationError) {
    self.design = design
    self.alpha = alpha
    let courses = design.arms.map(\.course)
    planned = try CourseSet(courses, days: design.outcomeDay + 1, in: model)
    let without = ModelTerm.ofTreatments.reduce(model) { $0.without($1) }
    withoutTerms = try CourseSet(courses, days: design.outcomeDay + 1, in: without)
  }

  var peoplePerTrial: Int { design.people * design.arms.count }

  var comparisons: [PowerTally.Comparison] {
    design.arms.dropFirst().map { .arms($0.name, with: design.arms[0].name) }
  }

  func tally(of cohort: Cohort, seed: UInt32) throws(SimulationError) -> PowerTally {
    let day = design.outcomeDay
    let totals = try planned.totals(of: cohort, on: [day], seed: seed).map { $0[0] }
    let without = try withoutTerms.totals(of: cohort, on: [day], seed: seed).map { $0[0] }
    let same = totals.map { _ in totals[0] }
    var tally = PowerTally(comparisons)
    tally.people = cohort.count
    for trial in trials(of: cohort) {
      for row in tally.rows.indices {
        let arm = row + 1
        tally.rows[row].power.add(finds(totals, cohort, trial, arm))
        tally.rows[row].falseFindings.add(finds(same, cohort, trial, arm))
        tally.rows[row].withoutTerms.add(finds(without, cohort, trial, arm))
      }
    }
    for row in tally.rows.indices {
      for person in totals[0].indices {
        tally.rows[row].effect.add(1000 * (totals[row + 1][person] - totals[0][person]))
      }
    }
    return tally
  }

  /// Whether an arm differs from the first: people take turns in the arms.
  private func finds(
    _ totals: [[Int]], _ cohort: Cohort, _ trial: Range<Int>, _ arm: Int
  ) -> Bool {
    let people = { (number: Int) in
      stride(from: trial.lowerBound + number, to: trial.upperBound, by: totals.count).map {
        (outcome: Double(totals[number][$0]), covariate: Double(cohort.baseline[$0]))
      }
    }
    return GroupTest.covariance(people(arm), people(0)) < alpha
  }
}

/// Courses that the same people live through.
struct CourseSet: Sendable {
  private let schedules: [(Schedule, Parameters)]

  init(_ courses: [PlannedCourse], days: Int, in model: PlanModel) throws(SimulationError) {
    var schedules: [(Schedule, Parameters)] = []
    for course in courses {
      schedules.append(
        (
          try course.schedule(days: days, treatments: model.treatments),
          model.parameters.with(adherence: course.adherence)
        ))
    }
    self.schedules = schedules
  }

  /// The totals of the PHQ-9.
  ///
  /// - Parameters:
  ///   - cohort: the people.
  ///   - days: the days, which are multiples of the first of them.
  ///   - seed: the seed.
  /// - Returns: for each course and each day the totals of the people.
  /// - Throws: an error when a number is out of range.
  func totals(
    of cohort: Cohort, on days: [Int], seed: UInt32
  ) throws(SimulationError) -> [[[Int]]] {
    var totals: [[[Int]]] = []
    let step = days.reduce(0, CourseSet.commonStep)
    for (schedule, parameters) in schedules {
      let outcome = try Simulator(parameters: parameters, seed: seed, threads: 1).run(
        schedule, on: cohort, recording: Recording(formEvery: max(1, step)))
      totals.append(days.map { outcome.totals($0 / max(1, step)) })
    }
    return totals
  }

  /// Mood of each day.
  ///
  /// - Parameters:
  ///   - cohort: the people.
  ///   - seed: the seed.
  /// - Returns: for each course the days of the people one after the other.
  /// - Throws: an error when a number is out of range.
  func moods(of cohort: Cohort, seed: UInt32) throws(SimulationError) -> [[Float]] {
    var moods: [[Float]] = []
    for (schedule, parameters) in schedules {
      let outcome = try Simulator(parameters: parameters, seed: seed, threads: 1).run(
        schedule, on: cohort,
        recording: Recording(formEvery: schedule.days, keepsForms: false, traces: [.mood]))
      moods.append(outcome.traces[.mood] ?? [])
    }
    return moods
  }

  /// The greatest common divisor.
  private static func commonStep(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : commonStep(other, one % other)
  }
}
