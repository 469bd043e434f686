import Testing

@testable import Simulation

@Suite struct DropoutTests {
  private func chance(_ week: Int, _ total: Int) -> Double {
    Dropout.clinic.chance(week: week, total: total, baseline: 18, adherence: 0.7)
  }

  @Test func `early weeks, no improvement and remission each make leaving likelier`() {
    #expect(chance(2, 16) > chance(3, 16))
    #expect(chance(5, 17) > chance(4, 17))
    #expect(chance(5, 17) > chance(5, 14))
    #expect(chance(3, 4) > chance(3, 5))
    #expect((0.01...0.03).contains(chance(3, 16)))
  }

  @Test func `adherent people stay, burdened ones leave`() {
    let lazy = Dropout.app.chance(week: 3, total: 12, baseline: 18, adherence: 0.2)
    #expect(lazy > Dropout.app.chance(week: 3, total: 12, baseline: 18, adherence: 0.9))
    var heavy = Dropout.app
    heavy.burden = 1
    #expect(heavy.chance(week: 3, total: 12, baseline: 18, adherence: 0.2) > lazy)
  }

  @Test func `the week of leaving belongs to the person`() throws {
    let simulator = Simulator(seed: 6, threads: 1)
    let people = try simulator.population(60, burnIn: 5)
    let outcome = try simulator.run(Schedule(days: 57), on: people)
    var certain = Dropout.app
    certain.base = 30
    var never = Dropout.app
    never.base = -30
    #expect(simulator.leaving(outcome, by: certain).allSatisfy { $0 == 1 })
    #expect(simulator.leaving(outcome, by: never).allSatisfy { $0 == nil })
    let weeks = simulator.leaving(outcome, by: .app)
    #expect(weeks.count == 60)
    #expect(weeks.contains { $0 != nil } && weeks.contains { $0 == nil })
  }
}
