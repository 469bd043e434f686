import Knowledge
import Testing

@testable import Simulation

@Suite struct ItemBankTests {
  @Test func `the table is that of the record's own severity, but for self-harm`() throws {
    let knowledge = try Knowledge.bundled()
    let items = try #require(knowledge.itemParameters["phq9"]).items
    #expect(items.count == 8)
    for (ours, theirs) in zip(ItemBank.phq9.items, items) {
      #expect(ours.discrimination == theirs.discrimination)
      #expect(ours.difficulties == theirs.difficulties)
    }
  }

  /// Expected totals of the fit at some severities; the table in the notes on the model.
  @Test(arguments: [
    (0.0, 1.7), (0.5, 3.4), (1, 6.4), (1.5, 10.5), (2, 15.5), (2.5, 20.2), (3, 23.5),
  ])
  func `a severity gives the expected total`(severity: Double, expected: Double) {
    var sum = 0.0
    for item in ItemBank.phq9.items {
      for step in item.difficulties {
        sum += (item.discrimination * (severity - step)).logistic()
      }
    }
    #expect(abs(sum - expected) < 0.06)
  }

  @Test(arguments: [0.5, 1.5, 2.5])
  func `drawn forms have the mean of the table, self-harm with its own part too`(
    severity: Double
  ) {
    let draw = FormDraw<Double>(.phq9, Parameters())
    let parameters = Parameters()
    var answers = [Double](repeating: 0, count: 9)
    let people = 2500
    for number in 0..<people {
      let draws = Draws<Double>(seed: 2, people: UInt32(number))
      let traits = Traits(draws, parameters)
      var state = PersonState<Double>(mood: 0, traits, parameters)
      state.severity = severity
      let form = Form(bits: UInt32(draw.bits(draws, day: 0, state, traits)))
      for (item, answer) in form.answers.enumerated() { answers[item] += Double(answer) }
    }
    for (item, sum) in zip(ItemBank.phq9.items, answers) {
      let expected = item.difficulties.reduce(0) {
        $0 + (item.discrimination * (severity - $1)).logistic()
      }
      // Four standard errors; what a person's own part changes in the group's curve is below .02.
      #expect(abs(sum / Double(people) - expected) < 0.09, "\(item.name)")
    }
  }

  @Test func `a form packs its answers`() {
    let form = Form(bits: 0b11_10_01_00_11_10_01_00_11)
    #expect(form.answers == [3, 0, 1, 2, 3, 0, 1, 2, 3])
    #expect(form.total == 15)
    #expect(Form(bits: .max).total == 27)
  }
}
