import Foundation
import Inference
import Statistics
import TestKit
import Testing

@Suite struct RepeatedMeasuresTests {
  /// One row a person and visit, later visits missed by more people.
  private func sample(_ people: Int = 30) throws -> RepeatedMeasuresData {
    var random = RandomStream(seed: 12)
    var person: [Int] = []
    var visit: [Int] = []
    var drug: [Double] = []
    var outcome: [Double] = []
    for code in 0..<people {
      let level = random.normal()
      for number in 0..<3 where number == 0 || random.uniform() > 0.2 * Double(number) {
        person.append(code)
        visit.append(number)
        drug.append(Double(code % 2))
        let shift = Double(number) * (Double(code % 2) - 1.5)
        outcome.append(20 + shift + level * (1 + 0.3 * Double(number)) + random.normal())
      }
    }
    let visits = (0..<3).map { number in
      ModelColumn("visit \(number)", visit.map { $0 == number ? 1 : 0 })
    }
    let drugs = visits.map { ModelColumn("drug", drug).times($0) }
    return try RepeatedMeasuresData(
      person: person, visit: visit, outcome: outcome, fixed: visits + drugs)
  }

  private func dense(
    _ data: RepeatedMeasuresData, _ covariance: Matrix, _ method: LikelihoodMethod
  ) throws -> (likelihood: Double, coefficients: [Double], errors: [Double]) {
    let n = data.outcome.count
    var v = Matrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n where data.person[i] == data.person[j] {
        v[i, j] = covariance[data.visit[i], data.visit[j]]
      }
    }
    let x = Matrix(data.fixed.map(\.values)).transpose
    let root = try #require(Cholesky(v))
    let information = try #require(Cholesky(x.transpose * root.solve(x)))
    let coefficients = information.solve(x.transpose * root.solve(data.outcome))
    let rest = zip(data.outcome, x * coefficients).map { $0 - $1 }
    let quadratic = root.whiten(rest).reduce(0) { $0 + $1 * $1 }
    let restricted = method == .reml
    let twice =
      Double(n - (restricted ? x.columns : 0)) * log(2 * .pi) + root.logDeterminant + quadratic
      + (restricted ? information.logDeterminant : 0)
    return (-twice / 2, coefficients, information.inverse.diagonal.map { $0.squareRoot() })
  }

  @Test(arguments: LikelihoodMethod.allCases)
  func `the fit is that of the dense normal law, and nothing near is likelier`(
    method: LikelihoodMethod
  ) throws {
    let data = try sample()
    let model = try RepeatedMeasuresModel(data, method: method)
    let dense = try dense(data, model.visitCovariance, method)
    #expect(model.isConverged)
    #expect(abs(model.logLikelihood - dense.likelihood) < 1e-9)
    for (index, effect) in model.fixedEffects.enumerated() {
      #expect(abs(effect.estimate - dense.coefficients[index]) < 1e-8)
      #expect(abs(effect.standardError - dense.errors[index]) < 1e-8)
    }
    for (i, j) in [(0, 0), (0, 1), (1, 2), (2, 2)] {
      for share in [0.98, 1.02] {
        var covariance = model.visitCovariance
        covariance[i, j] *= share
        covariance[j, i] = covariance[i, j]
        let near = try self.dense(data, covariance, method).likelihood
        #expect(near < model.logLikelihood - 1e-7)
      }
    }
  }

  @Test func `units change nothing but themselves`() throws {
    let data = try sample()
    let model = try RepeatedMeasuresModel(data)
    let scaled = try RepeatedMeasuresModel(
      RepeatedMeasuresData(
        person: data.person, visit: data.visit, outcome: data.outcome.map { $0 * 1e30 },
        fixed: data.fixed))
    for (left, right) in zip(model.fixedEffects, scaled.fixedEffects) {
      #expect(abs(right.estimate / 1e30 - left.estimate) < 1e-6)
      #expect(abs(right.standardError / 1e30 - left.standardError) < 1e-6)
    }
  }

  /// Reference: an own computation beside nlme and mmrm; `RECIPES.md` of the reference data, check 10.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the antidepressant trial gives its published contrasts`() throws {
    let table = try VisitTable("longitudinal/rbmi_antidepressant_hamd17.csv", separator: ",")
    let visit = table.numbers("VISIT").map { Int($0) - 4 }
    let drug = ModelColumn("drug", table.texts("THERAPY").map { $0 == "DRUG" ? 1 : 0 })
    let baseline = ModelColumn("baseline", table.numbers("BASVAL"))
    let visits = (0..<4).map { number in
      ModelColumn("visit \(number + 4)", visit.map { $0 == number ? 1 : 0 })
    }
    let data = try RepeatedMeasuresData(
      person: table.numbers("PATIENT").map { Int($0) }, visit: visit,
      outcome: table.numbers("CHANGE"),
      fixed: visits + visits.map(drug.times) + visits.map(baseline.times))
    let model = try RepeatedMeasuresModel(data)
    #expect(model.rows == 608 && model.people == 172 && model.isConverged)
    #expect(abs(model.logLikelihood + 1747.1014) < 6e-5)
    let expected = [
      (0.0918, 0.6826), (-1.4032, 0.9240), (-2.2247, 0.9999), (-2.8018, 1.1140),
    ]
    for (index, (estimate, error)) in expected.enumerated() {
      let effect = try #require(model.fixedEffect("drug × visit \(index + 4)"))
      #expect(abs(effect.estimate - estimate) < 6e-5)
      #expect(abs(effect.standardError - error) < 6e-5)
    }
  }

  @Test func `what cannot be fitted is refused by name`() throws {
    let data = try sample()
    let constant = [Double](repeating: 4, count: data.outcome.count)
    #expect(throws: InferenceError.self) {
      try RepeatedMeasuresModel(
        RepeatedMeasuresData(
          person: data.person, visit: data.visit, outcome: constant, fixed: data.fixed))
    }
    #expect(throws: InferenceError.collinear(name: "again")) {
      try RepeatedMeasuresModel(
        RepeatedMeasuresData(
          person: data.person, visit: data.visit, outcome: data.outcome,
          fixed: data.fixed + [ModelColumn("again", data.fixed[0].values)]))
    }
    var twice = data.visit
    twice[1] = twice[0]
    #expect(throws: InferenceError.self) {
      try RepeatedMeasuresData(
        person: data.person, visit: twice, outcome: data.outcome, fixed: data.fixed)
    }
    for visits in [[-1, 0], [0, 0], [0, .max]] {
      #expect(throws: InferenceError.self) {
        try RepeatedMeasuresData(
          person: [1, 2], visit: visits, outcome: [1, 2], fixed: [.intercept(rows: 2)])
      }
    }
    let few = #expect(throws: InferenceError.self) {
      try RepeatedMeasuresData(
        person: [1, 2, 3, 4, 5, 6], visit: [0, 0, 0, 1, 1, 1], outcome: [1, 2, 3, 4, 5, 6],
        fixed: [.intercept(rows: 6)])
    }
    #expect(few?.description.contains("both visit 1 and visit 2") == true)
  }
}
