import Foundation
import Inference
import Statistics
import Testing

@Suite struct PatternTests {
  private struct Diary {
    var outcome: [TrajectorySeries.Reading] = []
    var predictors: [String: [Int: Double]] = [:]

    func series() throws -> TrajectorySeries { try TrajectorySeries(outcome, weekdayOfDayZero: 0) }

    func found(
      _ names: [String], effectOfInterest: Double = 2, model: TrajectoryModel = .daily
    ) throws -> Patterns {
      var settings = PatternSettings()
      settings.effectOfInterest = effectOfInterest
      settings.warmup = 100
      settings.draws = 300
      return try Patterns.found(
        in: series(), model: model,
        predictors: names.map { PatternPredictor(name: $0, values: predictors[$0] ?? [:]) },
        settings: settings)
    }
  }

  /// Mood follows yesterday's sleep; walking is noise; rest is sleep told in other words; tired is the
  /// mood of the day before.
  private func diary(days: Int = 200, effect: Double = 0.7) -> Diary {
    var stream = RandomStream(seed: 21)
    var diary = Diary()
    let sleep = (0..<days).map { _ in stream.normal() }
    var moods: [Double] = []
    for day in 0..<days {
      moods.append(4 + effect * (day > 0 ? sleep[day - 1] : 0) + 0.8 * stream.normal())
      diary.outcome.append(.init(time: Double(day), value: moods[day]))
    }
    func column(_ value: (Int) -> Double) -> [Int: Double] {
      Dictionary(uniqueKeysWithValues: (0..<days).map { ($0, value($0)) })
    }
    diary.predictors["sleep"] = column { sleep[$0] }
    diary.predictors["rest"] = column { 10 - 3 * sleep[$0] + 0.3 * stream.normal() }
    diary.predictors["walking"] = column { _ in stream.normal() }
    diary.predictors["tired"] = column { $0 > 0 ? moods[$0 - 1] + 0.2 * stream.normal() : 4 }
    diary.predictors["constant"] = column { _ in 3 }
    diary.predictors["monday"] = column { $0 % 7 == 0 ? 1 : 0 }
    return diary
  }

  @Test func `a planted pattern is shown with its lag and size, noise is not`() throws {
    let patterns = try diary().found(["sleep", "walking"])
    let shown = try #require(patterns.shown.first)
    #expect(patterns.shown.count == 1)
    #expect(shown.members == [.init(predictor: "sleep", lag: 1, isTurned: false)])
    #expect(abs(shown.effect - 0.7) < 0.2)
    #expect(shown.interval.contains(shown.effect))
    #expect(shown.multiverse?.holding == shown.multiverse?.verdicts.count)
    #expect((shown.multiverse?.verdicts.count ?? 0) >= 3)
    #expect(patterns.provenance.readings == 200)
    #expect(patterns.provenance.pipeline == AnalysisPipeline.version)
  }

  @Test func `what follows the mood does not come before it`() throws {
    let patterns = try diary(effect: 0).found(["tired"])
    #expect(patterns.shown.isEmpty)
  }

  @Test func `a mood that foretells the predictor fails its gate`() {
    let follows = PatternGate.comesBefore(z: 2.5, dayAfter: -6)
    #expect(!follows.isPassed)
    #expect(PatternGate.comesBefore(z: 5, dayAfter: 0.4).isPassed)
    #expect(!PatternGate.foretells(gain: 1, standardError: 1.2).isPassed)
    #expect(!PatternGate.isTiedToDays(share: 0.2, shifts: 100, level: 0.05).isPassed)
  }

  @Test func `predictors that cannot be told apart are reported together`() throws {
    let patterns = try diary().found(["sleep", "rest", "walking"])
    let shown = try #require(patterns.shown.first)
    #expect(
      shown.members == [
        .init(predictor: "sleep", lag: 1, isTurned: false),
        .init(predictor: "rest", lag: 1, isTurned: true),
      ])
  }

  @Test func `a predictor without days of its own is refused by name, the others stay`() throws {
    let patterns = try diary().found(["sleep", "constant", "monday"])
    #expect(patterns.predictors[1].refusal == .noVariation(name: "constant"))
    #expect(patterns.predictors[0].refusal == nil)
    #expect(patterns.shown.count == 1)
  }

  @Test func `too few days name the days needed`() throws {
    let error = #expect(throws: InferenceError.self) {
      try diary(days: 40).found(["sleep", "walking"], effectOfInterest: 0.3)
    }
    guard case .tooFew(let observed, let needed, _) = error else {
      Issue.record("another reason: \(String(describing: error))")
      return
    }
    #expect(observed == 40)
    #expect(needed > 100)
  }

  @Test func `refusals carry their reason`() throws {
    func reason(_ diary: Diary, _ names: [String]) -> InferenceError? {
      #expect(throws: InferenceError.self) { try diary.found(names) }
    }
    var flat = diary()
    flat.outcome = flat.outcome.map { .init(time: $0.time, value: 2) }
    #expect(reason(flat, ["sleep"]) == .noVariation(name: "the outcome"))
    var floor = diary()
    floor.outcome = floor.outcome.map { .init(time: $0.time, value: $0.value > 5.5 ? 1 : 0) }
    guard case .atLimit? = reason(floor, ["sleep"]) else {
      Issue.record("the floor was not seen")
      return
    }
    var sparse = diary()
    sparse.outcome = sparse.outcome.filter { Int($0.time) % 6 == 0 }
    guard case .mostlyMissing? = reason(sparse, ["sleep"]) else {
      Issue.record("missing days were not seen")
      return
    }
    var thirds = diary()
    thirds.outcome = thirds.outcome.filter { Int($0.time) % 3 == 0 }
    thirds.predictors["sleep"] = thirds.predictors["sleep"]?.filter { $0.key % 3 == 0 }
    #expect(
      reason(thirds, ["sleep"]) == .mostlyMissing(name: "sleep at lag 1", share: 1))
    #expect(
      reason(diary(days: 20), ["sleep"])
        == .tooFew(observed: 20, needed: 28, what: "a pattern, in days"))
    var doubled = diary()
    doubled.predictors["nap"] = doubled.predictors["sleep"]?.mapValues { 2 - $0 }
    #expect(reason(doubled, ["sleep", "nap"])?.description.contains("together") == true)
    #expect(reason(diary(), ["constant"])?.description.contains("no predictor") == true)
    #expect(reason(diary(), []) == .option("name at least one predictor"))
    var twice = diary()
    twice.outcome.append(.init(time: 3, value: 1))
    #expect(reason(twice, ["sleep"])?.description.contains("one reading") == true)
    var broken = diary()
    broken.predictors["sleep"]?[5] = .infinity
    #expect(reason(broken, ["sleep"])?.description.contains("no predictor") == true)
  }
}
