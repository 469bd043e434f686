import Testing

@testable import Simulation

@Suite struct SimulatorTests {
  @Test func `a cohort is included, treated and measured`() throws {
    let simulator = Simulator(seed: 1)
    let cohort = try simulator.cohort(screening: 160)
    #expect(cohort.baseline.allSatisfy { $0 >= 14 })
    #expect(cohort.count > 16)
    let waiting = try Schedule(days: 57)
    var practising = waiting
    try practising.practise(1, on: 0...55)
    let arms = try simulator.compare([waiting, practising], on: cohort)
    #expect(arms.map(\.formDays.count) == [9, 9])
    let ends = arms.compactMap { $0.counts[8].mean }
    #expect(ends[1] < ends[0])
  }
}
