import Foundation
import MemoryScience
import TestKit
import Testing

/// The examples of the article, compiled and run.
@Suite struct SpacedPracticeArticleTests {
  @Test func `a new memory waits two days after its steps`() throws {
    let scheduler = try PracticeScheduler(desiredRetention: 0.9)
    let learnt = try scheduler.reviewed(nil, grade: .good, at: 0)
    let known = try scheduler.reviewed(learnt, grade: .good, at: learnt.due)
    let days = (known.due - known.lastReview) / PracticeReview.millisecondsPerDay
    #expect(days == 2)
  }

  @Test func `a log is checked and fitted`() throws {
    let reviews = try PracticeSamples.log(from: MemoryModel(), cards: 60, reviews: 8, seed: 3).all
    let log = try PracticeLog(reviews)
    let predictions = PracticePredictions(log, model: MemoryModel())
    let calibration = try PracticeCalibration(predictions)
    let optimiser = try PracticeOptimiser()
    let validation = try optimiser.validation(log, split: .cards(folds: 5, seed: 1))
    let weights = validation.isGainClear ? try optimiser.fit(log).weights : .defaults
    #expect(calibration.count == predictions.values.count)
    #expect(weights == .defaults)
  }

  @Test func `a budget gives a share of memories at hand`() throws {
    let simulator = try RetentionSimulator(memories: 50, newPerDay: 50, days: 90)
    let choice = try simulator.choice(of: .availability(minutesPerDay: 10), seed: 1)
    let share = choice.best.availability.value
    #expect((0.8...1).contains(share))
    #expect(choice.best.minutesPerDay <= 10)
  }

  /// Each line of code in the article stands in this file, too.
  @Test func `the article shows what is tested here`() throws {
    let article = try String(
      contentsOf: SharedData.checkout.appending(
        path: "Sources/MemoryScience/MemoryScience.docc/SpacedPractice.md"), encoding: .utf8)
    let tested = Set(
      try String(contentsOf: URL(filePath: #filePath), encoding: .utf8).split(separator: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces) })
    let blocks = article.components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count == 3)
    for line in blocks.flatMap({ $0.split(separator: "\n").map(String.init) }) {
      #expect(tested.contains(line), "\(line)")
    }
  }
}
