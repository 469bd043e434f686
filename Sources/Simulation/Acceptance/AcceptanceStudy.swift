/// Runs the trials of the acceptance table on one set of parameters: the same people in all arms.
public struct AcceptanceStudy: Sendable {
  /// The numbers of the model.
  public let parameters: Parameters
  /// The treatments.
  public let treatments: Treatments
  /// How many people were included.
  public var included: Int { cohort.count }
  let simulator: Simulator
  /// How many people were screened.
  let screened: Int
  /// Those included: 14 or more on the PHQ-9.
  let cohort: Cohort
  /// The totals on which they were included.
  let baseline: [Double]
  /// What a clinician rated before anything happened, at least 1.
  let clinicianBaseline: [Double]
  /// Those whom a clinician rated 22 or more.
  let severe: [Int]

  /// Screens people.
  ///
  /// - Parameters:
  ///   - parameters: the numbers of the model.
  ///   - treatments: the treatments.
  ///   - screened: how many people are screened; about a quarter is included.
  ///   - seed: the seed of the study.
  ///   - threads: how many threads compute.
  /// - Throws: ``SimulationError``.
  public init(
    parameters: Parameters = Parameters(), treatments: Treatments, screened: Int = 40_000,
    seed: UInt32 = 1, threads: Int = 2
  ) throws(SimulationError) {
    self.parameters = parameters
    self.treatments = treatments
    self.screened = screened
    simulator = Simulator(parameters: parameters, seed: seed, threads: threads)
    let cohort = try simulator.cohort(screening: screened)
    let ratings = simulator.clinicianTotals(cohort, on: 999).map { $0.atLeast(1) }
    self.cohort = cohort
    baseline = cohort.baseline.map(Double.init)
    clinicianBaseline = ratings
    severe = ratings.indices.filter { ratings[$0] >= 22 }
  }

  /// Computes everything of the table.
  ///
  /// - Returns: the values by name; what could not be computed is missing.
  /// - Throws: ``SimulationError``.
  public func values() throws(SimulationError) -> [String: Double] {
    var values = try fittedValues()
    values.merge(try esketamine()) { $1 }
    values.merge(try circumstances()) { $1 }
    values.merge(try practiceAlone()) { $1 }
    values.merge(try dropout()) { $1 }
    return values.filter { $0.value.isFinite }
  }

  /// Computes what the parameters are fitted to, and what comes along with it.
  ///
  /// - Returns: the values by name; what could not be computed is missing.
  /// - Throws: ``SimulationError``.
  public func fittedValues() throws(SimulationError) -> [String: Double] {
    var values = try untreated()
    values.merge(try medicine()) { $1 }
    values.merge(try steps()) { $1 }
    values.merge(try ketamine()) { $1 }
    values.merge(try training()) { $1 }
    values.merge(try clinicsAndPsilocybin()) { $1 }
    values.merge(try electroconvulsion()) { $1 }
    values.merge(try relapse()) { $1 }
    values.merge(try community()) { $1 }
    return values.filter { $0.value.isFinite }
  }

  /// An arm on the whole cohort.
  func run(
    _ schedule: Schedule, mood: Bool = false, on people: Cohort? = nil, from day: Int = 1000
  ) throws(SimulationError) -> Outcome {
    try simulator.run(
      schedule, on: people ?? cohort, from: day, recording: Recording(traces: mood ? [.mood] : []))
  }

  /// Weekly forms of everybody, as totals.
  func totals(_ outcome: Outcome, week: Int) -> [Double] {
    outcome.totals(week).map(Double.init)
  }

  /// The share of people with at most half of their baseline in a week.
  func response(_ outcome: Outcome, week: Int) -> Double {
    share(of: Array(baseline.indices), response(outcome, week))
  }

  /// Whether a person responds in a week.
  func response(_ outcome: Outcome, _ week: Int) -> (Int) -> Bool {
    let totals = totals(outcome, week: week)
    return { totals[$0] <= 0.5 * baseline[$0] }
  }

  /// The share of people below 5 in a week.
  func remission(_ outcome: Outcome, week: Int) -> Double {
    let counts = outcome.counts[week]
    return Double(counts.below(5)) / Double(counts.count)
  }

  /// The share of some people for whom something holds; not a number without people.
  func share(of people: [Int], _ holds: (Int) -> Bool) -> Double {
    Double(people.count(where: holds)) / Double(people.count)
  }

  /// The share of severe people whom a clinician rates at most half of before.
  func clinicianResponse(_ outcome: Outcome, day: Int) -> Double {
    let totals = simulator.clinicianTotals(outcome, on: day)
    return share(of: severe) { totals[$0] <= 0.5 * clinicianBaseline[$0] }
  }

  /// The mean rating of severe people on one day.
  func clinicianMean(_ outcome: Outcome, day: Int) -> Double {
    let totals = simulator.clinicianTotals(outcome, on: day)
    return Moments(severe.map { totals[$0] }).mean
  }

  /// The mean rating of severe people around a day.
  func clinicianMean(_ outcome: Outcome, around day: Int) -> Double {
    Moments([-2, 0, 2].map { clinicianMean(outcome, day: day + $0) }).mean
  }

  /// A treatment by name.
  func treatment(_ name: String) throws(SimulationError) -> Treatment { try treatments.named(name) }
}

/// Mean and variance of numbers; both are not a number without any.
struct Moments {
  let mean: Double
  /// The mean square of the distance from the mean.
  let variance: Double

  init(_ numbers: [Double]) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    self.mean = mean
    variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
  }

  var deviation: Double { variance.squareRoot() }
}
