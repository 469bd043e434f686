import Knowledge
import Testing

@testable import Simulation

@Suite struct ScheduleTests {
  private func kernels(_ plan: Schedule) -> [DayInput<Double>] {
    Kernels.inputs(plan, Parameters())
  }

  @Test func `sessions cannot open a window beyond 1`() throws {
    var plan = try Schedule(days: 40)
    for day in 0..<20 { try plan.session(of: Plans.ketamine, on: day, dose: 3) }
    let days = kernels(plan)
    #expect(days.allSatisfy { (0...1).contains($0.window) })
    #expect(days[19].window > 0.8)
    #expect(days[39].window < 0.06)
  }

  @Test func `occupancy follows the dose over days and leaves after it`() throws {
    var plan = try Schedule(days: 60)
    try plan.take(Plans.ssri, on: 0...29)
    let days = kernels(plan)
    #expect(abs(days[0].occupancy - 0.8 * (1 - (-0.25).exponential())) < 1e-12)
    #expect(abs(days[29].occupancy - 0.8) < 0.001)
    #expect(days[59].occupancy < 0.001)
    #expect(days[29].slowDrug < days[29].occupancy)
  }

  @Test func `electroconvulsion takes retrieval and gives it back`() throws {
    var plan = try Schedule(days: 80)
    for day in [0, 2, 4, 7, 9, 11] { try plan.session(of: Plans.ect, on: day) }
    let left = kernels(plan).map(\.retrievalLeft)
    #expect(left[11] < 0.85)
    #expect(left[79] > 0.99)
  }

  @Test func `practice of several kinds adds up with the share that is aimed`() throws {
    var plan = try Schedule(days: 3)
    try plan.practise(1, on: 1...1)
    try plan.practise(3, on: 1...1, aimedAtNegative: 1)
    #expect(kernels(plan)[1].practice == 4)
    #expect(kernels(plan)[1].aimed == 0.75)
    #expect(!kernels(plan)[0].practises)
  }

  @Test func `what lies outside is refused by name`() throws {
    var plan = try Schedule(days: 10)
    #expect(throws: SimulationError.self) { try plan.visit(on: 10) }
    #expect(throws: SimulationError.self) { try plan.session(of: Plans.ect, on: -1) }
    #expect(throws: SimulationError.self) { try plan.take(Plans.ssri, on: 0...10) }
    #expect(throws: SimulationError.self) { try plan.practise(.nan, on: 0...1) }
    #expect(throws: SimulationError.self) { try plan.stress(on: 0, size: .infinity) }
    #expect(throws: SimulationError.self) { try Schedule(days: 0) }
    #expect(throws: SimulationError.self) { try Schedule(days: .max) }
    let error = #expect(throws: SimulationError.self) { try plan.visit(on: 10) }
    #expect(error?.description == "the day is 10; use a whole number from 0 to 9.")
    #expect(throws: SimulationError.self) { try Simulator().population(0) }
    #expect(throws: SimulationError.self) { try Simulator().cohort(screening: 8, atLeast: 28) }
  }

  @Test func `the treatments of the resources are those of the other tests`() throws {
    let treatments = Treatments(try Knowledge.bundled())
    #expect(treatments.names.contains("cbt"))
    let ketamine = try treatments.named("ketamine")
    #expect(ketamine.windowAmplitude == 1 && ketamine.firstVisit == 1.5)
    #expect(try treatments.named("ssri").occupancy == 0.8)
    #expect(try treatments.named("emdr").aimed == 1)
    #expect(throws: SimulationError.self) { try treatments.named("nothing") }
    let lifted = treatments.changing { $0.acuteLift = 0 }
    #expect(try lifted.named("ketamine").acuteLift == 0)
  }
}
