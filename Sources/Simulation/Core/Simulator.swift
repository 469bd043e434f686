/// Runs the model over many invented people.
///
/// It is a tool for reasoning and for tests. It was fitted to groups in published trials, never to a
/// person, and no result says anything about a real person.
///
/// ```swift
/// let simulator = Simulator(seed: 1)
/// let cohort = try simulator.cohort(screening: 8_000)
/// let waiting = try Schedule(days: 60)
/// var treated = waiting
/// try treated.practise(1, on: 0...27)
/// let outcomes = try simulator.compare([waiting, treated], on: cohort)
/// ```
///
/// Chance belongs to the person and the day, so all arms share it, and results do not depend on how
/// many threads there are.
public struct Simulator: Sendable {
  /// People are computed in blocks of this many.
  static let blockSize = 1024
  /// The greatest number of people of a run.
  public static let greatestPeople = 10_000_000

  /// The numbers of the model.
  public let parameters: Parameters
  /// The seed of the study.
  public let seed: UInt32
  /// How many threads compute; results do not depend on it.
  public let threads: Int

  /// Prepares a study.
  ///
  /// - Parameters:
  ///   - parameters: the numbers of the model.
  ///   - seed: the seed of the study.
  ///   - threads: how many threads compute, at least 1.
  public init(parameters: Parameters = Parameters(), seed: UInt32 = 1, threads: Int = 2) {
    self.parameters = parameters
    self.seed = seed
    self.threads = max(1, threads)
  }

  /// Who is drawn, and from where they start.
  public enum Population: Hashable, Sendable {
    /// People who come to be treated: low mood at first, then some hundred days of life.
    case care
    /// The community: good mood at first, better circumstances.
    case community
  }

  /// Draws people and lets them live until the evening before day 0.
  ///
  /// - Parameters:
  ///   - count: how many people, from 1 to ``greatestPeople``.
  ///   - population: from where.
  ///   - first: the number of the first person.
  ///   - burnIn: days they have lived before, from 1 to 10,000.
  /// - Returns: the people, without a baseline.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public func population(
    _ count: Int, from population: Population = .care, first: UInt32 = 0, burnIn: Int = 300
  ) throws(SimulationError) -> Cohort {
    try SimulationError.check(count, "the number of people", in: 1...Simulator.greatestPeople)
    try SimulationError.check(burnIn, "the number of days before", in: 1...10_000)
    let (mood, advantage) = population == .care ? (-0.9, 0) : (0.8, parameters.communityAdvantage)
    let people = (0..<UInt32(count)).map { first &+ $0 }
    let born = Cohort(
      people: people, baseline: [], advantage: advantage,
      states: people.map {
        PersonState(
          mood: mood,
          Traits(Draws(seed: seed, people: $0), parameters, advantage: advantage), parameters)
      })
    let waiting = try Schedule(days: burnIn)
    return try run(
      waiting, on: born, from: -burnIn, recording: Recording(formEvery: burnIn, keepsForms: false)
    ).end
  }

  /// Screens people for a week and includes who is ill enough on its last evening.
  ///
  /// - Parameters:
  ///   - count: how many are screened.
  ///   - leastTotal: the least total of the form, from 0 to 27.
  ///   - first: the number of the first person.
  /// - Returns: those included, with the total as their baseline.
  /// - Throws: ``SimulationError/nobodyIncluded(screened:leastTotal:)`` or
  ///   ``SimulationError/outOfRange(name:value:allowed:)``.
  public func cohort(
    screening count: Int, atLeast leastTotal: Int = 14, first: UInt32 = 0
  ) throws(SimulationError) -> Cohort {
    try SimulationError.check(leastTotal, "the least total", in: 0...27)
    let screened = try run(
      Schedule(days: 7), on: population(count, first: first), from: 0,
      recording: Recording(formEvery: 6))
    let totals = screened.totals(1)
    let included = screened.end.including(baseline: totals).filter { totals[$0] >= leastTotal }
    guard included.count > 0 else {
      throw .nobodyIncluded(screened: count, leastTotal: leastTotal)
    }
    return included
  }

  /// Lets people live through a schedule.
  ///
  /// - Parameters:
  ///   - schedule: what happens to them.
  ///   - cohort: the people and where they are.
  ///   - day: the day of chance on which the schedule's day 0 lies; arms that are compared share it.
  ///   - recording: what is kept.
  ///   - replicate: which of many equally probable futures.
  /// - Returns: what became of them.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public func run(
    _ schedule: Schedule, on cohort: Cohort, from day: Int = 1000,
    recording: Recording = .weekly, replicate: UInt32 = 0
  ) throws(SimulationError) -> Outcome {
    let outcomes = try compare(
      [schedule], on: cohort, from: day, recording: recording, replicate: replicate)
    guard let outcome = outcomes.first else { throw .armsDiffer(reason: "there is none") }
    return outcome
  }

  /// Lets the same people, with the same chance, live through several schedules.
  ///
  /// - Parameters:
  ///   - schedules: one for each arm.
  ///   - cohort: the people and where they are.
  ///   - day: the day of chance on which day 0 of the schedules lies.
  ///   - recording: what is kept.
  ///   - replicate: which of many equally probable futures.
  /// - Returns: an outcome for each arm, in order.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public func compare(
    _ schedules: [Schedule], on cohort: Cohort, from day: Int = 1000,
    recording: Recording = .weekly, replicate: UInt32 = 0
  ) throws(SimulationError) -> [Outcome] {
    try lives(Lanes.self, schedules, on: cohort, from: day, recording, replicate)
  }
}
