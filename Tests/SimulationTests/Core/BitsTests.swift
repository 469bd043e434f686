import Testing

@testable import Simulation

/// A lane of eight equals a single number, and neither threads nor neighbours nor optimisation change a
/// bit.
@Suite struct BitsTests {
  /// A year of 21 people on a plan on which everything happens. The same word from debug and release
  /// builds, from one and two threads, from SSE2, AVX2 and AVX-512: `script/simulation-bits` asks all.
  static let year = "672b73f23545d83b"

  private func cohort(_ count: Int) throws -> Cohort {
    try Simulator(seed: 1).population(count, burnIn: 30)
  }

  @Test func `a year is the same to the bit everywhere`() throws {
    let plan = try Plans.everything()
    let outcome = try Simulator(seed: 1).run(plan, on: cohort(21), recording: .daily)
    #expect(Fingerprint(outcome).description == BitsTests.year)
  }

  @Test func `another person's year differs`() throws {
    let plan = try Plans.everything()
    let people = try Simulator(seed: 1).population(21, first: 1, burnIn: 30)
    let outcome = try Simulator(seed: 1).run(plan, on: people, recording: .daily)
    #expect(Fingerprint(outcome).description != BitsTests.year)
  }

  @Test func `eight people at once are eight single people`() throws {
    let plan = try Plans.everything()
    let people = try cohort(11)
    let simulator = Simulator(seed: 1, threads: 1)
    let lanes = try simulator.lives(Lanes.self, [plan], on: people, from: 1000, .daily)
    let single = try simulator.lives(Float.self, [plan], on: people, from: 1000, .daily)
    #expect(lanes[0].forms == single[0].forms)
    #expect(lanes[0].traces == single[0].traces)
    #expect(lanes[0].counts == single[0].counts)
  }

  @Test func `one thread and three give the same`() throws {
    let plan = try Schedule(days: 20)
    let people = try Simulator(seed: 3).population(Simulator.blockSize + 40, burnIn: 1)
    let one = try Simulator(seed: 3, threads: 1).run(plan, on: people, recording: .daily)
    let three = try Simulator(seed: 3, threads: 3).run(plan, on: people, recording: .daily)
    #expect(Fingerprint(one) == Fingerprint(three))
    #expect(one.counts == three.counts)
  }

  @Test func `a person does not depend on neighbours`() throws {
    let plan = try Schedule(days: 30)
    let simulator = Simulator(seed: 9)
    let all = try simulator.run(plan, on: simulator.population(13, burnIn: 20))
    let last = try simulator.run(plan, on: simulator.population(1, first: 12, burnIn: 20))
    #expect(Array(all.forms.suffix(last.forms.count)) == last.forms)
  }
}
