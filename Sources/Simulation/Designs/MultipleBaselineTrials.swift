import Statistics

/// Trials in which chance decides for each person on which day it begins, and it goes on to the end.
///
/// What counts is the mean over people of mood after that day less mood before. Whether it is more
/// than chance is read from the days that might have been drawn instead: a randomisation test, which
/// needs no assumption about how mood moves. Source: Wampold & Worsham (1986), Behavioral Assessment
/// 8:135.
struct MultipleBaselineTrials: DesignTrials {
  private let design: MultipleBaselineDesign
  private let alpha: Double
  /// Never, and from each of the possible days on.
  private let planned: CourseSet
  private let withoutTerms: CourseSet

  /// How many other draws each trial is held against.
  private static let draws = 199

  init(
    _ design: MultipleBaselineDesign, alpha: Double, in model: PlanModel
  ) throws(SimulationError) {
    self.design = design
    self.alpha = alpha
    let courses =
      [PlannedCourse()] + design.starts.map { design.input.course(on: Array($0..<design.days)) }
    planned = try CourseSet(courses, days: design.days, in: model)
    let without = ModelTerm.ofTreatments.reduce(model) { $0.without($1) }
    withoutTerms = try CourseSet(courses, days: design.days, in: without)
  }

  var peoplePerTrial: Int { design.people }
  var comparisons: [PowerTally.Comparison] { [.afterStart] }

  func tally(of cohort: Cohort, seed: UInt32) throws(SimulationError) -> PowerTally {
    let moods = try planned.moods(of: cohort, seed: seed)
    let without = try withoutTerms.moods(of: cohort, seed: seed)
    var tally = PowerTally(comparisons)
    tally.people = cohort.count
    for trial in trials(of: cohort) {
      let lottery = UInt64(cohort.people[trial.lowerBound])
      var stream = RandomStream(seed: UInt64(seed), stream: 1 << 40 | lottery)
      let starts = trial.map { _ in draw(&stream) }
      let noise = trial.map { _ in (0..<design.days).map { _ in design.noise * stream.normal() } }
      let finds = { (own: [ArraySlice<Float>]) in
        self.finds(own, noise, starts, &stream)
      }
      let lived = { (moods: [[Float]], starts: [Int?]) in
        zip(trial, starts).map { person, start in
          let course = start.map { $0 - design.starts.lowerBound + 1 } ?? 0
          return moods[course][person * design.days..<(person + 1) * design.days]
        }
      }
      tally.rows[0].power.add(finds(lived(moods, starts)))
      tally.rows[0].falseFindings.add(finds(lived(moods, starts.map { _ in nil })))
      tally.rows[0].withoutTerms.add(finds(lived(without, starts)))
      let (with, never) = (lived(moods, starts), lived(moods, starts.map { _ in nil }))
      for person in with.indices {
        let difference =
          mean(with[person].dropFirst(starts[person]))
          - mean(never[person].dropFirst(starts[person]))
        tally.rows[0].effect.add(thousandths(difference))
      }
    }
    return tally
  }

  private func draw(_ stream: inout RandomStream) -> Int {
    Int.random(in: design.starts, using: &stream)
  }

  /// Whether the days that were drawn stand out among those that might have been.
  private func finds(
    _ moods: [ArraySlice<Float>], _ noise: [[Double]], _ starts: [Int], _ stream: inout RandomStream
  ) -> Bool {
    let sums = zip(moods, noise).map { mood, noise in
      zip(mood, noise).reduce(into: [0.0]) { $0.append(($0.last ?? 0) + Double($1.0) + $1.1) }
    }
    let statistic = { (starts: [Int]) in
      zip(sums, starts).reduce(0.0) { total, pair in
        let (sums, start) = pair
        let before = sums[start] / Double(start)
        let after = ((sums.last ?? 0) - sums[start]) / Double(design.days - start)
        return total + after - before
      }
    }
    let own = statistic(starts)
    var asGreat = 1
    for _ in 0..<MultipleBaselineTrials.draws {
      if statistic(starts.map { _ in draw(&stream) }) >= own { asGreat += 1 }
    }
    return Double(asGreat) / Double(MultipleBaselineTrials.draws + 1) < alpha
  }
}
