import Knowledge
import Simulation
import Testing

/// The power of on/off crossovers that an independent prototype of the model found (700 people, ratings
/// of mood with noise of 0.25): what is learnt does not wash out, so practice is not seen at all.
@Suite struct CrossoverPowerTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let input: String
    let block: Int
    let pairs: Int
    let power: Double
    let falseFindings: Double

    var testDescription: String { "\(input), blocks of \(block) days, \(pairs) pairs" }
  }

  private static let practice = "{ treatment: positive-recall, dose: 1 }"
  private static let medicine = "{ treatment: ssri, dose: 1 }"
  private static let lift = "{ visit: 0.5 }"
  /// How many people the prototype had.
  private static let prototypePeople = 700.0

  static let rows = [
    Row(input: practice, block: 7, pairs: 4, power: 0.04, falseFindings: 0.07),
    Row(input: practice, block: 14, pairs: 4, power: 0.03, falseFindings: 0.04),
    Row(input: practice, block: 14, pairs: 8, power: 0.04, falseFindings: 0.04),
    Row(input: medicine, block: 7, pairs: 4, power: 0.06, falseFindings: 0.07),
    Row(input: medicine, block: 14, pairs: 4, power: 0.07, falseFindings: 0.04),
    Row(input: medicine, block: 14, pairs: 8, power: 0.13, falseFindings: 0.04),
    Row(input: lift, block: 7, pairs: 4, power: 0.18, falseFindings: 0.07),
    Row(input: lift, block: 14, pairs: 4, power: 0.52, falseFindings: 0.04),
    Row(input: lift, block: 14, pairs: 8, power: 0.83, falseFindings: 0.04),
  ]

  @Test(arguments: rows)
  func `power and false findings are those of the prototype within chance`(row: Row) throws {
    let found = try power(of: row.input, row)
    print(
      "\(row.testDescription): power \(found.power.share ?? -1) (prototype \(row.power)), false "
        + "findings \(found.falseFindings.share ?? -1) (prototype \(row.falseFindings)), contrast "
        + "\((found.effect.mean ?? 0) / 1000), always on \((found.alwaysOn.mean ?? 0) / 1000)")
    #expect(isNear(found.power, row.power))
    #expect(isNear(found.falseFindings, row.falseFindings))
  }

  @Test func `a crossover that saw learning would be noticed`() throws {
    // Practice is told from a lift of the same blocks: the figures of one do not fit the other.
    let row = Self.rows[2]
    #expect(!isNear(try power(of: Self.lift, row).power, row.power))
  }

  private func power(of input: String, _ row: Row) throws -> PowerTally.Row {
    let text = """
      design: crossover
      kind: crossover
      title: Blocks with and without
      cohort: { leastTotal: 10 }
      input: \(input)
      block: \(row.block)
      pairs: \(row.pairs)
      noise: 0.25
      trials: 4096
      """
    // The prototype's numbers.
    var model = PlanModel(try Knowledge.bundled())
    model.parameters = .version11
    let design = try Design(
      KnowledgeDocument(name: "crossover.yaml", text: text), treatments: model.treatments)
    return try #require(try design.power(in: model, seed: 31).rows.first)
  }

  /// Within three standard errors of both, and half a unit of the prototype's last digit.
  private func isNear(_ found: Proportion, _ prototype: Double) -> Bool {
    guard let share = found.share, let own = found.standardError else { return false }
    let theirs = prototype * (1 - prototype) / Self.prototypePeople
    return abs(share - prototype) <= 3 * (own * own + theirs).squareRoot() + 0.005
  }
}
