import Foundation
import Inference
import Statistics
import Testing

/// Mixed models beside the density of a normal law of all rows at once.
@Suite struct MixedModelOracleTests {
  /// People with 1 to 5 rows at uneven times; two correlated effects and one of its own.
  static func sample(people: Int = 40, seed: UInt64 = 3) throws -> MixedModelData {
    var random = RandomStream(seed: seed)
    var person: [Int] = []
    var time: [Double] = []
    var dose: [Double] = []
    var outcome: [Double] = []
    for code in 0..<people {
      let level = 2 * random.normal()
      let slope = 0.3 * level + random.normal()
      let own = 1.5 * random.normal()
      for visit in 0...code % 5 {
        let t = Double(visit) + 0.3 * random.uniform()
        let d = random.normal()
        person.append(code * 7 - 20)
        time.append(t)
        dose.append(d)
        outcome.append(100 + level + (slope - 1) * t + (own + 0.5) * d + random.normal())
      }
    }
    let intercept = ModelColumn.intercept(rows: person.count)
    let (times, doses) = (ModelColumn("time", time), ModelColumn("dose", dose))
    return try MixedModelData(
      person: person, outcome: outcome, fixed: [intercept, times, doses],
      random: [[intercept, times], [doses]])
  }

  /// The log-likelihood at given variances by brute force, with the generalised least squares fit.
  static func dense(
    _ data: MixedModelData, _ covariance: Matrix, _ residual: Double, _ method: LikelihoodMethod
  ) throws -> (likelihood: Double, coefficients: [Double], errors: [Double]) {
    let n = data.rowCount
    let z = data.blocks.flatMap { $0 }.map(\.values)
    var v = Matrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n where data.person[i] == data.person[j] {
        for a in z.indices {
          for b in z.indices { v[i, j] += z[a][i] * covariance[a, b] * z[b][j] }
        }
        if i == j { v[i, j] += residual }
      }
    }
    let x = Matrix(data.fixed.map(\.values)).transpose
    let root = try #require(Cholesky(v))
    let white = root.solve(x)
    let information = try #require(Cholesky(x.transpose * white))
    let coefficients = information.solve(white.transpose * data.outcome)
    let rest = zip(data.outcome, x * coefficients).map { $0 - $1 }
    let quadratic = root.whiten(rest).reduce(0) { $0 + $1 * $1 }
    let degrees = Double(n - (method == .reml ? data.fixed.count : 0))
    let twice =
      degrees * log(2 * .pi) + root.logDeterminant + quadratic
      + (method == .reml ? information.logDeterminant : 0)
    return (-twice / 2, coefficients, information.inverse.diagonal.map { $0.squareRoot() })
  }

  @Test(arguments: LikelihoodMethod.allCases)
  func `likelihood, coefficients and errors are those of the dense normal law`(
    method: LikelihoodMethod
  ) throws {
    let data = try Self.sample()
    let model = try LinearMixedModel(data, method: method)
    let dense = try Self.dense(data, model.randomCovariance, model.residualVariance, method)
    #expect(abs(model.logLikelihood - dense.likelihood) < 1e-9)
    for (index, effect) in model.fixedEffects.enumerated() {
      #expect(abs(effect.estimate - dense.coefficients[index]) < 1e-8)
      #expect(abs(effect.standardError - dense.errors[index]) < 1e-8)
    }
  }

  @Test(arguments: LikelihoodMethod.allCases)
  func `no variance near the estimates is likelier, and far ones are not`(
    method: LikelihoodMethod
  ) throws {
    let data = try Self.sample()
    let model = try LinearMixedModel(data, method: method)
    try #require(!model.isSingular)
    var worst = 0.0
    for (i, j) in [(0, 0), (0, 1), (1, 1), (2, 2), (3, 3)] {
      for share in [0.99, 1.01, 1.3] {
        var covariance = model.randomCovariance
        if i < 3 {
          covariance[i, j] *= share
          covariance[j, i] = covariance[i, j]
        }
        let residual = model.residualVariance * (i == 3 ? share : 1)
        let near = try Self.dense(data, covariance, residual, method).likelihood
        #expect(near < model.logLikelihood + 1e-9)
        worst = max(worst, model.logLikelihood - near)
      }
    }
    #expect(worst > 0.01)
  }

  @Test func `people's effects and their spread are those of the joint normal law`() throws {
    let data = try Self.sample()
    let model = try LinearMixedModel(data)
    let covariance = model.randomCovariance
    let z = data.blocks.flatMap { $0 }.map(\.values)
    let beta = model.fixedEffects.map(\.estimate)
    for person in model.people {
      let rows = data.person.indices.filter { data.person[$0] == person.code }
      #expect(rows.count == person.rows)
      let own = Matrix(rows.map { row in z.map { $0[row] } })
      let noise = Matrix(diagonal: rows.map { _ in model.residualVariance })
      let total = try #require(Cholesky(own * covariance * own.transpose + noise))
      let rest = rows.map { row in
        data.outcome[row] - zip(data.fixed, beta).reduce(0) { $0 + $1.0.values[row] * $1.1 }
      }
      let gain = covariance * own.transpose
      let mean = gain * total.solve(rest)
      let spread = covariance - gain * total.solve(gain.transpose)
      for index in mean.indices {
        #expect(abs(person.effects[index] - mean[index]) < 1e-8)
        #expect(abs(person.covariance[index, index] - spread[index, index]) < 1e-8)
      }
    }
  }

  @Test func `units and the origin of time change nothing but themselves`() throws {
    let data = try Self.sample()
    let model = try LinearMixedModel(data)
    let intercept = ModelColumn.intercept(rows: data.rowCount)
    let late = ModelColumn("time", data.fixed[1].values.map { $0 * 7 + 20_000 })
    let moved = try LinearMixedModel(
      MixedModelData(
        person: data.person, outcome: data.outcome.map { $0 * 1e6 + 1e9 },
        fixed: [intercept, late, data.fixed[2]], random: [[intercept, late], [data.fixed[2]]]))
    let jacobian = Double(data.rowCount - 3) * log(1e6) + log(7)
    #expect(abs(moved.logLikelihood + jacobian - model.logLikelihood) < 1e-5)
    let slope = moved.fixedEffects[1].estimate * 7 / 1e6
    #expect(abs(slope - model.fixedEffects[1].estimate) < 1e-5)
    let spread = moved.blocks[0].standardDeviations[1] * 7 / 1e6
    #expect(abs(spread / model.blocks[0].standardDeviations[1] - 1) < 1e-4)
  }
}
