import Foundation
import Inference
import Statistics
import Testing

@Suite struct OrdinalPredictionTests {
  @Test func `answer probabilities under a law equal their integral`() throws {
    let item = try OrdinalSample.items()[1]
    let law = Normal(mean: 1.1, standardDeviation: 0.7)
    let found = item.probabilities(under: law)
    for answer in 0...item.highest {
      var integral = 0.0
      for z in stride(from: -6.0, through: 6, by: 0.05) {
        integral +=
          0.05 * Normal.standard.density(z) * item.probabilities(at: 1.1 + 0.7 * z)[answer]
      }
      #expect(abs(found[answer] - integral) < 1e-7)
    }
    let mass: Double = found.reduce(0, +)
    #expect(abs(mass - 1) < 1e-14)
  }

  /// The mean of the sum of answers with the given probabilities.
  private func mean(_ answers: [[Double]]) -> Double {
    var sum = 0.0
    for shares in answers {
      for (answer, share) in shares.enumerated() { sum += Double(answer) * share }
    }
    return sum
  }

  @Test func `a graded response stays within a hundredth of its logistic curve`() throws {
    let item = try OrdinalItem.gradedResponse(
      name: "item", discrimination: 2.236, difficulties: [0.867, 1.753, 2.284])
    var worst = 0.0
    for severity in stride(from: -4.0, through: 6, by: 0.05) {
      let found = item.probabilities(at: severity)
      for step in 1...3 {
        let logistic = 1 / (1 + exp(-2.236 * (severity - [0.867, 1.753, 2.284][step - 1])))
        let probit: Double = found[step...].reduce(0, +)
        worst = max(worst, abs(probit - logistic))
      }
    }
    #expect(worst < 0.01 && worst > 0.005)
  }

  @Test func `the law of a total equals the sum over all patterns of answers`() throws {
    let items = try OrdinalSample.items()
    let law = try OrdinalTrajectory.given(
      Hyperparameters(levelVariance: 0.02, noiseVariance: 1),
      of: OrdinalSample.series(alsoAt: [50]), model: OrdinalSample.model)
    let severity: Normal = law.path[6].severity.mixture.components[0].law
    var expected = [Double](repeating: 0, count: 9)
    for z in stride(from: -6.0, through: 6, by: 0.05) {
      let at = severity.mean + z * severity.standardDeviation
      let shares = items.map { $0.probabilities(at: at) }
      for first in 0...3 {
        for second in 0...3 {
          for third in 0...2 {
            expected[first + second + third] +=
              0.05 * Normal.standard.density(z) * shares[0][first] * shares[1][second]
              * shares[2][third]
          }
        }
      }
    }
    let found = try law.total(at: 50)
    for total in 0...8 { #expect(abs(found.probabilities[total] - expected[total]) < 1e-7) }
    let low: Double = expected[..<5].reduce(0, +)
    #expect(abs(found.probability(below: 5) - low) < 1e-7)
    #expect(found.probability(below: 0) == 0)
    #expect(abs(found.probability(below: 9) - 1) < 1e-9)
    #expect(found.probability(below: .max) <= 1)
    #expect(abs(mean(try law.answerProbabilities(at: 50)) - found.mean) < 1e-7)
  }

  @Test func `at a form total, answers and severity are read from the same law`() throws {
    let fit = try OrdinalTrajectory.given(
      Hyperparameters(levelVariance: 0.02, noiseVariance: 1), of: OrdinalSample.series(),
      model: OrdinalSample.model)
    let total = try fit.total(at: 35)
    #expect(abs(mean(try fit.answerProbabilities(at: 35)) - total.mean) < 1e-9)
    let interval = total.interval(0.95)
    #expect(interval.contains(0) && interval.upperBound < 8)
    let severity = fit.path[4].severity
    #expect(abs(severity.cumulative(severity.quantile(0.3)) - 0.3) < 1e-6)
    #expect(severity.cumulative(-50) == 0 && severity.cumulative(50) == 1)
    #expect(severity.cumulative(.nan).isNaN)
    #expect(fit.expectedTotal(at: -50) < 1e-6 && abs(fit.expectedTotal(at: 50) - 8) < 1e-6)
  }
}
