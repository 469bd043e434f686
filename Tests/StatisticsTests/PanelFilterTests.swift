import Statistics
import Testing

@Suite struct PanelFilterTests {
  /// Whether a result equals brute force for every person.
  func check(_ model: PanelModel, _ values: [Double], people: Int, days: Int) throws {
    let result = try PanelFilter(model).run(values: values, people: people, days: days)
    #expect(result.logLikelihoods.count == people)
    #expect(result.means.count == people * days * model.states)
    for person in 0..<people {
      let range = person * days * model.series..<(person + 1) * days * model.series
      let dense = try model.dense(Array(values[range]))
      #expect(abs(result.logLikelihoods[person] - dense.logLikelihood) < 1e-9)
      for index in 0..<days * model.states {
        let place = try #require(
          result.index(
            person: person, day: index / model.states, state: index % model.states))
        #expect(abs(result.means[place] - dense.mean[index]) < 1e-9)
        #expect(abs(result.variances[place] - dense.variance[index]) < 1e-9)
      }
    }
  }

  @Test(arguments: 1...6, [1, 2, 4])
  func `equals the dense joint law for any number of states and series`(
    states: Int, series: Int
  ) throws {
    for showing in [true, false] {
      let model = try PanelModel.sample(
        states: states, series: series, showing: showing, seed: UInt64(states * 10 + series))
      let values = model.values(people: 3, days: 5, missing: 0.3, seed: 8)
      try check(model, values, people: 3, days: 5)
    }
  }

  @Test(arguments: 1...9)
  func `equals the dense joint law for any number of people`(people: Int) throws {
    let model = try PanelModel.sample(states: 2, series: 2, showing: true, seed: 40)
    let values = model.values(people: people, days: 4, missing: 0.5, seed: 9)
    try check(model, values, people: people, days: 4)
  }

  @Test func `a person never seen keeps the law of the model`() throws {
    let model = try PanelModel.sample(states: 3, series: 2, showing: false, seed: 50)
    let values = [Double](repeating: .nan, count: 2 * 6 * 2)
    try check(model, values, people: 2, days: 6)
    let result = try PanelFilter(model).run(values: values, people: 2, days: 6)
    #expect(result.logLikelihoods == [0, 0])
  }

  @Test func `a changed value changes the result`() throws {
    let model = try PanelModel.sample(states: 2, series: 2, showing: true, seed: 40)
    var values = model.values(people: 1, days: 4, missing: 0, seed: 9)
    let before = try PanelFilter(model).run(values: values, people: 1, days: 4)
    values[3] += 0.01
    let after = try PanelFilter(model).run(values: values, people: 1, days: 4)
    #expect(abs(before.logLikelihood - after.logLikelihood) > 1e-6)
    #expect(before.variances == after.variances)
  }

  @Test(arguments: [2, 4, 5])
  func `people in another order have the same results to the bit`(states: Int) throws {
    let (people, days) = (11, 9)
    let model = try PanelModel.sample(states: states, series: 3, showing: true, seed: 60)
    let values = model.values(people: people, days: days, missing: 0.3, seed: 10)
    let order = [7, 0, 10, 3, 5, 1, 9, 2, 8, 6, 4]
    let perPerson = days * model.series
    let moved = order.flatMap { values[$0 * perPerson..<($0 + 1) * perPerson] }
    let straight = try PanelFilter(model).run(values: values, people: people, days: days)
    let mixed = try PanelFilter(model).run(values: moved, people: people, days: days)
    let size = days * states
    for (place, person) in order.enumerated() {
      #expect(mixed.logLikelihoods[place] == straight.logLikelihoods[person])
      #expect(
        mixed.means[place * size..<(place + 1) * size]
          == straight.means[person * size..<(person + 1) * size])
      #expect(
        mixed.variances[place * size..<(place + 1) * size]
          == straight.variances[person * size..<(person + 1) * size])
    }
  }

  @Test func `no people or no days give an empty result`() throws {
    let filter = try PanelFilter(.sample(states: 2, series: 1, showing: true, seed: 70))
    let nobody = try filter.run(values: [], people: 0, days: 30)
    #expect(nobody.logLikelihoods.isEmpty && nobody.means.isEmpty && nobody.logLikelihood == 0)
    let never = try filter.run(values: [], people: 3, days: 0)
    #expect(never.logLikelihoods == [0, 0, 0] && never.variances.isEmpty)
    #expect(never.index(person: 0, day: 0, state: 0) == nil)
  }

  @Test(arguments: [(1, 3), (-1, -2), (Int.max, Int.max), (Int.max, 0), (0, Int.max), (2, -1)])
  func `a count that does not fit is refused`(people: Int, days: Int) throws {
    let filter = try PanelFilter(.sample(states: 2, series: 1, showing: true, seed: 70))
    #expect(throws: PanelError.self) {
      try filter.run(values: [1, 2], people: people, days: days)
    }
  }

  @Test func `an infinite value is refused by its place`() throws {
    let filter = try PanelFilter(.sample(states: 2, series: 1, showing: true, seed: 70))
    #expect(throws: PanelError.infinite(index: 1)) {
      try filter.run(values: [1, -.infinity], people: 1, days: 2)
    }
  }

  @Test func `an exploding model ends without a number`() throws {
    let model = try PanelModel(
      transition: Matrix([[1e200]]), transitionNoise: Matrix([[1]]), observation: Matrix([[1]]),
      observationNoise: [1], initialMean: [1], initialCovariance: Matrix([[1e300]]))
    let result = try PanelFilter(model).run(values: [1, .nan, 2, 3], people: 1, days: 4)
    #expect(!result.logLikelihood.isFinite)
  }
}
