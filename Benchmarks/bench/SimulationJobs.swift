import Simulation

/// Simulated people without treatment for some days: `PEOPLExDAYS`, such as `16384x365`.
struct SimulationSize {
  let people: Int
  let days: Int

  init(_ argument: String) throws {
    let parts = argument.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ $0 > 0 }) else {
      throw BenchError.argument(argument)
    }
    (people, days) = (parts[0], parts[1])
  }

  /// The people, born the evening before.
  func born(_ simulator: Simulator) throws -> Cohort {
    try simulator.population(people, burnIn: 1)
  }
}

/// Lives the days and counts the weekly forms, without keeping anything of a person.
struct SimulationSumsJob: Job {
  private let plan: Schedule
  private let cohort: Cohort
  private let simulator: Simulator
  private let recording: Recording

  init(argument: String) throws {
    try self.init(argument, recording: .sums, threads: 2)
  }

  fileprivate init(_ argument: String, recording: Recording, threads: Int) throws {
    let size = try SimulationSize(argument)
    simulator = Simulator(seed: 1, threads: threads)
    cohort = try size.born(simulator)
    plan = try Schedule(days: size.days)
    self.recording = recording
  }

  func run() throws -> Double {
    let outcome = try simulator.run(plan, on: cohort, recording: recording)
    let means = outcome.counts.compactMap(\.mean)
    return means.reduce(0, +) / Double(means.count)
  }
}

/// The same, keeping each person's weekly forms item by item.
struct SimulationWeeklyJob: Job {
  private let job: SimulationSumsJob

  init(argument: String) throws {
    job = try SimulationSumsJob(argument, recording: .weekly, threads: 2)
  }

  func run() throws -> Double { try job.run() }
}

/// The same on one thread, to be held against peers on one thread.
struct SimulationThreadJob: Job {
  private let job: SimulationSumsJob

  init(argument: String) throws {
    job = try SimulationSumsJob(argument, recording: .weekly, threads: 1)
  }

  func run() throws -> Double { try job.run() }
}

/// Compares four arms of a plan on the same people.
struct SimulationCompareJob: Job {
  private let arms: [Schedule]
  private let cohort: Cohort
  private let simulator: Simulator

  init(argument: String) throws {
    let size = try SimulationSize(argument)
    simulator = Simulator(seed: 1, threads: 2)
    cohort = try size.born(simulator)
    var session = Treatment(id: "session")
    session.windowAmplitude = 1
    session.acuteLift = 2
    let waiting = try Schedule(days: size.days)
    var practice = waiting
    try practice.practise(1, on: 0...size.days - 1)
    var treated = waiting
    try treated.course(of: session, on: [0])
    var both = practice
    try both.course(of: session, on: [0])
    arms = [waiting, practice, treated, both]
  }

  func run() throws -> Double {
    let outcomes = try simulator.compare(arms, on: cohort)
    let means = outcomes.compactMap { $0.counts.last?.mean }
    return means.reduce(0, +)
  }
}
