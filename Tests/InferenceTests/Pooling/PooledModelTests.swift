import Foundation
import Inference
import Statistics
import TestKit
import Testing

@Suite struct PooledModelTests {
  private func people(_ count: Int, spread: Double, seed: UInt64) -> [(Double, PooledEstimate)] {
    var random = RandomStream(seed: seed)
    return (0..<count).map { _ in
      let truth = 1 + spread * random.normal()
      let error = 0.5 + random.uniform()
      return (
        truth, PooledEstimate(estimate: truth + error * random.normal(), standardError: error)
      )
    }
  }

  private func several(_ count: Int = 40) -> [PooledEstimate] {
    var random = RandomStream(seed: 5)
    return (0..<count).map { index in
      let age = Double(index % 5) - 2
      let shared = random.normal()
      let own = [1 + 0.4 * age + 1.2 * shared, -2 + 0.5 * shared + 1.3 * random.normal()]
      let covariance = Matrix([[0.4 + 0.1 * Double(index % 3), 0.1], [0.1, 0.6]])
      let lower = Cholesky(covariance)?.lower ?? .identity(2)
      let noise = lower * [random.normal(), random.normal()]
      return PooledEstimate(
        estimate: zip(own, noise).map { $0 + $1 }, covariance: covariance, covariates: [1, age])
    }
  }

  /// The restricted log-likelihood of all estimates at once, as one normal law.
  private func dense(_ estimates: [PooledEstimate], _ between: Matrix) throws -> Double {
    let (d, c) = (between.rows, estimates[0].covariates.count)
    let n = estimates.count * d
    var v = Matrix(rows: n, columns: n)
    var x = Matrix(rows: n, columns: d * c)
    for (index, person) in estimates.enumerated() {
      for a in 0..<d {
        for b in 0..<d { v[index * d + a, index * d + b] = between[a, b] + person.covariance[a, b] }
        for k in 0..<c { x[index * d + a, a * c + k] = person.covariates[k] }
      }
    }
    let y = estimates.flatMap(\.estimate)
    let root = try #require(Cholesky(v))
    let information = try #require(Cholesky(x.transpose * root.solve(x)))
    let gamma = information.solve(x.transpose * root.solve(y))
    let quadratic = root.whiten(zip(y, x * gamma).map { $0 - $1 }).reduce(0) { $0 + $1 * $1 }
    return -0.5
      * (Double(n - d * c) * log(2 * .pi) + root.logDeterminant + information.logDeterminant
        + quadratic)
  }

  @Test func `two parameters with a covariate have the likelihood of the dense normal law`() throws
  {
    let estimates = several()
    let model = try PooledModel(estimates)
    #expect(model.isConverged)
    #expect(abs(try dense(estimates, model.between) - model.logLikelihood) < 1e-9)
    for (i, j) in [(0, 0), (0, 1), (1, 1)] {
      for share in [0.97, 1.03] {
        var near = model.between
        near[i, j] *= share
        near[j, i] = near[i, j]
        #expect(try dense(estimates, near) < model.logLikelihood - 1e-8)
      }
    }
    let ages = model.coefficients[1]
    #expect(ages.interval(0.95).contains(0.4) && ages.standardDeviation < 0.4)
    for person in model.people {
      #expect(person.parameters.count == 2 && person.shrinkage.allSatisfy { 0...1 ~= $0 })
    }
  }

  @Test func `people are pulled in by as much as they are uncertain`() throws {
    let estimates = people(40, spread: 1, seed: 3).map(\.1)
    let model = try PooledModel(estimates)
    let variance = model.between[0, 0]
    for (person, estimate) in zip(model.people, estimates) {
      let own = estimate.covariance[0, 0]
      #expect(abs(person.shrinkage[0] - own / (own + variance)) < 1e-9)
      let law = person.parameters[0]
      #expect(law.standardDeviation < own.squareRoot())
      let range = [estimate.estimate[0], model.coefficients[0].mean].sorted()
      #expect(law.mean > range[0] - 0.05 && law.mean < range[1] + 0.05)
    }
  }

  @Test func `where people do not differ the spread is 0 and all are alike`() throws {
    let estimates = (0..<12).map { index in
      PooledEstimate(estimate: index % 2 == 0 ? 0.9 : 1.1, standardError: 1)
    }
    let model = try PooledModel(estimates)
    #expect(model.between[0, 0] == 0)
    #expect(model.people.allSatisfy { $0.shrinkage == [1] })
    // The grid knows that the spread may yet be above 0.
    #expect(model.spread[0].contains { $0.value > 0.2 && $0.weight > 0.01 })
    #expect(abs(model.coefficients[0].mean - 1) < 1e-6)
  }

  /// With few people, taking the spread as known makes intervals too narrow.
  @Test func `intervals hold the uncertainty of the spread`() throws {
    var whole = 0
    var plugged = 0
    var count = 0
    for seed in UInt64(0)..<50 {
      let pairs = people(6, spread: 0.8, seed: 100 + seed)
      let model = try PooledModel(pairs.map(\.1))
      let variance = model.between[0, 0]
      for (pair, person) in zip(pairs, model.people) {
        let own = pair.1.covariance[0, 0]
        let gain = variance / (variance + own)
        let weights = pairs.map { 1 / ($0.1.covariance[0, 0] + variance) }
        let mean =
          zip(pairs, weights).reduce(0) { $0 + $1.0.1.estimate[0] * $1.1 } / weights.reduce(0, +)
        let narrow = Normal(
          mean: mean + gain * (pair.1.estimate[0] - mean),
          standardDeviation: max(own * gain, 1e-12).squareRoot())
        if person.parameters[0].interval(0.9).contains(pair.0) { whole += 1 }
        if abs(pair.0 - narrow.mean) < 1.645 * narrow.standardDeviation { plugged += 1 }
        count += 1
      }
    }
    // 300 intervals: a share of .90 has a standard error of about .02.
    #expect(Double(whole) / Double(count) > 0.86)
    #expect(Double(plugged) / Double(count) < 0.80)
  }

  @Test func `what cannot be pooled is refused`() throws {
    let good = people(10, spread: 1, seed: 1).map(\.1)
    #expect(throws: InferenceError.self) { try PooledModel([]) }
    #expect(throws: InferenceError.self) { try PooledModel(Array(good.prefix(3))) }
    for bad in [
      PooledEstimate(estimate: .nan, standardError: 1),
      PooledEstimate(estimate: 1e200, standardError: 1),
      PooledEstimate(estimate: 1, standardError: 0),
      PooledEstimate(estimate: 1, standardError: .infinity),
      PooledEstimate(estimate: [1, 2], covariance: .identity(2)),
      PooledEstimate(estimate: 1, standardError: 1, covariates: [1, 2]),
    ] {
      #expect(throws: InferenceError.self) { try PooledModel(good + [bad]) }
    }
    let twice = good.map {
      PooledEstimate(estimate: $0.estimate, covariance: $0.covariance, covariates: [1, 1])
    }
    #expect(throws: InferenceError.self) { try PooledModel(twice) }
  }

  /// A grid over the 15 entries of a covariance of five parameters has 16,415 points, one of ten
  /// parameters more than any machine can visit.
  @Test(arguments: [0, 5, 6, 10, 11]) func `too many parameters are refused at once`(count: Int) {
    let people = (0..<12).map { person in
      PooledEstimate(
        estimate: (0..<count).map { Double((person * 7 + $0 * 3) % 11) },
        covariance: .identity(count))
    }
    let error = #expect(throws: InferenceError.self) { try PooledModel(people) }
    #expect(error?.description.contains("1 to 4 parameters") == true)
  }

  @Test func `a new person is as uncertain as people differ`() throws {
    let model = try PooledModel(several())
    let laws = model.newPerson(covariates: [1, 0])
    #expect(laws.count == 2 && model.newPerson(covariates: [1]).isEmpty)
    #expect(laws[0].standardDeviation > model.between[0, 0].squareRoot())
    #expect(laws[0].standardDeviation > model.people[0].parameters[0].standardDeviation)
  }
}
