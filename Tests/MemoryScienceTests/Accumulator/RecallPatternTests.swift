import Foundation
import MemoryScience
import TestKit
import Testing

@Suite struct RecallPatternTests {
  /// Eight items: - 0 + 0 0 + - 0.
  private let valences: [Valence] = [
    .negative, .neutral, .positive, .neutral, .neutral, .positive, .negative, .neutral,
  ]

  @Test func `one small list, counted by hand`() throws {
    // Recalled: the first, the second, the third, the seventh (a repeat and a place that is none left out).
    let list = ValencedRecall(valences: valences, places: [0, 1, 0, 2, 9, 6], intrusionCount: 2)
    #expect(list.places == [0, 1, 2, 6])
    let pattern = RecallPattern([list])
    // From the negative first: 7 left, of them 1 negative, 4 neutral, 2 positive; then to neutral.
    #expect(pattern[.transition(from: .negative, to: .neutral)] == 1 / (4.0 / 7))
    #expect(pattern[.transition(from: .negative, to: .positive)] == 0)
    // From the neutral second: 6 left with 1, 3, 2; then to positive.
    #expect(pattern[.transition(from: .neutral, to: .positive)] == 1 / (2.0 / 6))
    // From the positive third: 5 left with 1, 3, 1; then to negative.
    #expect(pattern[.transition(from: .positive, to: .negative)] == 1 / (1.0 / 5))
    #expect(pattern[.neutralRecall] == 0.25)
    #expect(pattern[.negativeAdvantage] == 0.75 && pattern[.positiveAdvantage] == 0.25)
    #expect(pattern[.primacy] == 0.5 && pattern[.recency] == -0.5 && pattern[.middle] == -0.25)
    #expect(pattern[.startsFirst] == 1 && pattern[.startsLast] == 0)
    // The next item was left at all three transitions and taken at two, the previous one never left.
    #expect(pattern[.forward] == 2.0 / 3 && pattern[.backward].isNaN)
    #expect(pattern[.intrusions] == 2)
  }

  @Test func `what was held back or belongs to an earlier list is no recall of the list`() throws {
    let study = try MultiListStudy(lists: [valences, valences])
    func recall(_ list: Int, _ place: Int, _ isReported: Bool = true) -> SimulatedRecall {
      SimulatedRecall(list: list, place: place, seconds: 1, isReported: isReported)
    }
    let lists = ValencedRecall.lists(
      study, [[recall(0, 3)], [recall(0, 3), recall(1, 4), recall(1, 5, false), recall(0, 3)]])
    #expect(lists.map(\.places) == [[3], [4]])
    #expect(lists.map(\.intrusionCount) == [0, 1])
  }

  @Test func `the example of the article works`() throws {
    let study = try MultiListStudy(
      lists: [[.negative, .neutral, .positive, .negative, .neutral, .positive]])
    let pattern = try MultiListModel.peers(.asLearned).pattern(of: [[study]], seed: 1)
    #expect(0...1 ~= pattern[.neutralRecall])
  }

  @Test func `a faint feeling comes back faint as it was learned and strong at full length`() throws
  {
    // One negative item, then neutral ones: with an empty race for time and no report gate what differs
    // between the rules is what neutral items bring back.
    let list: [Valence] = [.negative] + [Valence](repeating: .neutral, count: 5)
    let study = try MultiListStudy(lists: Array(repeating: list, count: 30))
    func intoNegative(_ variant: PeersVariant) throws -> Double {
      var model = MultiListModel.peers(.asLearned)
      model.sourceInput = variant.sourceInput
      model.parameters.sourceToItemRate = 0.5
      model.accumulator.recallSeconds = 20
      return try model.pattern(of: [[study]], seed: 1)[.transition(from: .neutral, to: .negative)]
    }
    #expect(try intoNegative(.published) > intoNegative(.asLearned) + 0.1)
  }

  @Test func `nothing recalled is no number and no trap`() throws {
    for lists in [[], [ValencedRecall(valences: valences, places: [], intrusionCount: -1)]] {
      let pattern = RecallPattern(lists)
      #expect(pattern[.forward].isNaN)
      for transition in RecallStatistic.transitions { #expect(pattern[transition].isNaN) }
      #expect(throws: MemoryScienceError.self) { try RecallTarget([pattern, pattern]) }
      #expect(throws: MemoryScienceError.self) { try RecallTarget([pattern]) }
    }
    #expect(
      RecallPattern([ValencedRecall(valences: [], places: [0], intrusionCount: 0)])[.primacy].isNaN)
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `people of PEERS have the pattern of the benchmarks`() throws {
    let target = try RecallTarget(
      PeersLists(archive: SharedData.url("memory/cmr3_peers_valence_10subjects.tgz")).people
        .map { RecallPattern($0.flatMap(\.self)) })
    let expected = [1.6622, 0.9283, 0.9132, 0.9400, 1.0007, 1.0196, 0.8243, 0.9140, 1.2452]
    let errors = [0.0699, 0.0107, 0.0211, 0.0271, 0.0067, 0.0182, 0.0241, 0.0109, 0.0318]
    for (index, transition) in RecallStatistic.transitions.enumerated() {
      #expect(abs(target.mean[transition] - expected[index]) < 5.1e-5)
      #expect(abs(target.standardError(transition) - errors[index]) < 5.1e-5)
    }
    #expect(abs(target.mean[.neutralRecall] - 0.522996) < 1e-6)
    #expect(abs(target.mean[.negativeAdvantage] - (0.526258 - 0.522996)) < 2e-6)
    #expect(abs(target.mean[.positiveAdvantage] - (0.556135 - 0.522996)) < 2e-6)
    // Serial positions 1-3, 7-18 and 22-24 of the benchmarks less the mean of all.
    #expect(abs(target.mean[.startsFirst] - 0.179167) < 1e-6)
    #expect(target.misfit(target.mean) == 0)
  }
}
