import Simulation
import Testing

/// Hours add up to days: groups followed hour by hour stand where those followed day by day stand.
@Suite struct HourTests {
  private func severity(_ step: Simulator.Step, from population: Simulator.Population) throws
    -> [Double]
  {
    let simulator = Simulator(seed: 2, step: step)
    let people = try simulator.population(3000, from: population, burnIn: 120)
    let outcome = try simulator.run(Schedule(days: 60), on: people, recording: .sums)
    return outcome.counts.compactMap(\.mean)
  }

  @Test(arguments: [Simulator.Population.care, .community])
  func `a day in hours is a day`(population: Simulator.Population) throws {
    let days = try severity(.day, from: population)
    let hours = try severity(.hour, from: population)
    print(population, days, hours)
    for (day, hour) in zip(days, hours) { #expect(abs(day - hour) < 0.8) }
  }
}
