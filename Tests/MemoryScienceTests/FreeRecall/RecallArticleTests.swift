import Foundation
import MemoryScience
import TestKit
import Testing

/// The example of the article RecallAnalysis, as it stands there.
struct RecallArticleTests {
  @Test func `the example does what the article says`() throws {
    let lists = [
      StudyList(
        subject: "1", number: 1, items: ["grief", "table", "smile", "river", "party", "tears"],
        attributes: [
          "valence": ["negative", "neutral", "positive", "neutral", "positive", "negative"]
        ],
        recalls: ["tears", "grief", "river", "table", "river"]),
      StudyList(
        subject: "1", number: 2, items: ["laugh", "chair", "wound", "cloud", "medal", "panic"],
        attributes: [
          "valence": ["positive", "neutral", "negative", "neutral", "positive", "negative"]
        ],
        recalls: ["panic", "wound", "medall", "smile"]),
      StudyList(
        subject: "1", number: 3, items: ["paper", "sorrow", "dance", "stone", "dread", "bonus"],
        attributes: [
          "valence": ["neutral", "negative", "positive", "neutral", "negative", "positive"]
        ],
        recalls: ["bonus", "dance", "paper", "stones"]),
    ]
    let data = try RecallData(lists, spelling: .tolerant())

    let counts = try data.recallCounts()
    let curve = try data.serialPositionCurve()
    let lags = try data.lagCRP()
    let emotional = try data.clustering(by: "valence")

    #expect(counts.people[0].cells.map(\.actual) == [11, 1, 1, 0])
    #expect(curve.people[0].cells.map(\.actual) == [2, 1, 2, 2, 1, 3])
    #expect(lags.people[0].cells.map(\.actual).reduce(0, +) == 8)
    #expect(try #require(emotional.people[0].cells[0].value) > 1)
    let person = lags.people[0]
    for (lag, cell) in zip(lags.bins, person.cells) {
      print(lag, cell.actual, cell.possible, cell.value as Any)
    }

    do {
      _ = try emotional.intervals(for: "1", seed: 1)
      Issue.record("three lists must be too few")
    } catch {
      print(error)
      #expect(
        "\(error)"
          == "not enough data yet for an interval of the clustering by valence, in lists: "
          + "3 observed, 10 needed")
    }
  }

  /// The code of the article stands word for word in this file, so that it compiles.
  @Test func `the article shows the code of this test`() throws {
    let page = try String(
      contentsOf: SharedData.checkout.appending(
        path: "Sources/MemoryScience/MemoryScience.docc/AnalysingRecall.md"), encoding: .utf8)
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let known = Set(source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let blocks = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count == 3)
    let shown = blocks.flatMap { $0.split(separator: "\n") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    for line in shown { #expect(known.contains(line), "\(line)") }
  }
}
