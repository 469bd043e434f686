import Foundation
import MemoryScience
import Statistics
import TestKit
import Testing

/// What the articles show, compiled and run.
@Suite struct ArticleExampleTests {
  @Test func `the examples on tasks work`() throws {
    let adjectives = try Pools.traits.get().words
    let pool = try WordPool(name: "adjectives", words: adjectives)
    let design = try SelfReferenceDesign(form: 2, seed: 7, pool: pool)
    let words = design.trials.filter { !$0.isBuffer }.map(\.word)
    #expect(words.count == 40)

    let sitting = try Sittings.of(.selfReference)
    var stream = RandomStream(seed: 2)
    let trials = design.trials.map { trial in
      SelfReferenceResult.Trial(
        word: trial.word, isBuffer: trial.isBuffer, isEndorsed: stream.uniform() < 0.6,
        seconds: 0.5 + stream.exponential(rate: 3))
    }
    let recall = [RecallResponse(text: words[0].text, seconds: 3, position: 3)]
    let result = SelfReferenceResult(
      sitting: sitting, trials: trials, recall: recall, recallWasExpected: false)
    let report = try result.report()
    let negative = report.score("drift-negative")
    #expect(negative?.number != nil)

    let practice = try PracticeModel(meanGain: 4, gainDeviation: 2, measurementError: 3)
    let expected = try practice.expectation(first: 50, second: 55, session: 3)
    let deviation = expected.deviation(of: 63)
    #expect(deviation > 1 && deviation < 2)

    let path = try SelfCodingPath.standard()
    let step = try path.step(after: [true, true, true, true])
    #expect(step == .code(.specific))
  }

  @Test func `the examples on response times work`() throws {
    let law = try WienerDistribution(drift: 1.2, boundary: 1.5, bias: 0.45, nonDecisionTime: 0.3)
    var stream = RandomStream(seed: 1)
    let draws = (0..<200).map { _ in law.draw(from: &stream) }
    let answers = draws.map { WienerTrial(end: $0.end, seconds: $0.seconds) }
    let fit = try WienerFit.maximumLikelihood(of: answers, conditions: 1)
    let drift = fit.drifts[0]
    #expect(abs(drift.value - 1.2) < 4 * (drift.standardError ?? 0))
    let easy = try EZDiffusion(proportionCorrect: 0.802, variance: 0.112, mean: 0.723)
    #expect(easy.drift > 0)
    let tails = try ExGaussianFit(of: draws.map(\.seconds))
    let tau = tails.law.tau
    #expect(tau > 0.1)
  }

  @Test(arguments: ["Tasks", "ResponseTimes"])
  func `every line of code in the articles stands in these tests`(article: String) throws {
    let folder = SharedData.checkout.appending(path: "Sources/MemoryScience/MemoryScience.docc")
    let text = try String(contentsOf: folder.appending(path: "\(article).md"), encoding: .utf8)
    let tests = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let known = Set(tests.split(separator: "\n").map(trimmed))
    let blocks = text.components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count >= 4)
    for line in blocks.joined(separator: "\n").split(separator: "\n") {
      #expect(known.contains(trimmed(line)), "\(line)")
    }
  }

  private func trimmed(_ line: Substring) -> String { line.trimmingCharacters(in: .whitespaces) }
}
