import Foundation
import Inference
import Statistics
import TestKit
import Testing

/// Reference fits by `Benchmarks/ordinal/reference.R` (R 4.2.2, ordinal 2022.11-16) and
/// `Benchmarks/ordinal/reference.py` (statsmodels 0.15.0) of `Benchmarks/ordinal/answers.csv`.
@Suite struct CumulativeProbitTests {
  private func people() throws -> [[CumulativeProbit.Answer]] {
    let text = try String(
      contentsOf: SharedData.checkout.appending(path: "Benchmarks/ordinal/answers.csv"),
      encoding: .utf8)
    var people: [Int: [CumulativeProbit.Answer]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      let person = try #require(Int(cells[0]))
      let answer = CumulativeProbit.Answer(
        try #require(Int(cells[2])), regressors: [try #require(Double(cells[1]))])
      people[person, default: []].append(answer)
    }
    return people.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test func `a cross-section equals statsmodels and clm`() throws {
    let fit = try CumulativeProbit.maximumLikelihood(
      of: people(), highest: 3, hasIntercept: false)
    #expect(abs(fit.logLikelihood + 590.7644083314) < 1e-8)
    #expect(abs(fit.coefficients[0] - 0.2833463175) < 1e-6)
    for (found, expected) in zip(fit.thresholds, [-0.1330006310, 0.5939178387, 1.1962700513]) {
      #expect(abs(found - expected) < 1e-6)
    }
    #expect(fit.interceptDeviation == 0 && fit.propagatedLogLikelihood == fit.logLikelihood)
  }

  @Test func `a random intercept equals clmm`() throws {
    let fit = try CumulativeProbit.maximumLikelihood(of: people(), highest: 3)
    #expect(fit.isConverged)
    #expect(abs(fit.logLikelihood + 486.650791263) < 1e-6)
    #expect(abs(fit.interceptDeviation - 1.244629833) < 1e-5)
    #expect(abs(fit.coefficients[0] - 0.5161902913) < 1e-5)
    for (found, expected) in zip(fit.thresholds, [-0.2369451378, 0.9635020310, 1.9455154297]) {
      #expect(abs(found - expected) < 1e-5)
    }
    // Propagation alone is within .002 of a log-likelihood unit per person.
    #expect(abs(fit.propagatedLogLikelihood - fit.logLikelihood) < 0.12)
    #expect(abs(fit.propagatedLogLikelihood - fit.logLikelihood) > 1e-6)
  }

  @Test func `a sample that cannot tell the parameters is refused`() {
    typealias Answer = CumulativeProbit.Answer
    let pair = [Answer(0), Answer(1)]
    #expect(throws: InferenceError.self) {
      try CumulativeProbit.maximumLikelihood(of: [], highest: 1)
    }
    #expect(throws: InferenceError.self) {
      try CumulativeProbit.maximumLikelihood(of: [pair], highest: 1)
    }
    #expect(throws: InferenceError.self) {
      try CumulativeProbit.maximumLikelihood(of: [[Answer(0)], [Answer(1)]], highest: 1)
    }
    #expect(throws: InferenceError.self) {
      try CumulativeProbit.maximumLikelihood(of: [pair, pair], highest: 2)
    }
    #expect(throws: InferenceError.self) {
      try CumulativeProbit.maximumLikelihood(of: [pair, [Answer(2)]], highest: 1)
    }
    #expect(throws: InferenceError.collinear(name: "regressor 1")) {
      try CumulativeProbit.maximumLikelihood(
        of: [[Answer(0, regressors: [1]), Answer(1, regressors: [1])]], highest: 1,
        hasIntercept: false)
    }
  }

  @Test func `one person never sets thresholds, a sample does`() throws {
    let alone = #expect(throws: InferenceError.self) {
      try OrdinalCalibration.item(name: "mood", highest: 2, people: [[0, 1, 2, 1, 0, 2]])
    }
    #expect(alone?.description.contains("1 observed, 30 needed") == true)
    var stream = RandomStream(seed: 3)
    let truth = try OrdinalItem(name: "mood", loading: 1.2, thresholds: [-0.4, 0.9])
    let people = (0..<60).map { _ in
      let severity = stream.normal()
      return (0..<5).map { _ in OrdinalSample.draw(truth, at: severity, using: &stream) }
    }
    let item = try OrdinalCalibration.item(name: "mood", highest: 2, people: people)
    #expect(abs(item.loading - 1.2) < 0.6)
    #expect(abs(item.thresholds[0] + 0.4) < 0.6 && abs(item.thresholds[1] - 0.9) < 0.6)
  }
}
