import Foundation
import MemoryScience

/// Finds the parameters of ``MultiListModel/peers(_:)`` again.
///
/// `bench peers-fit ARCHIVE VARIANT:PERCENT`; the archive is
/// `memory/cmr3_peers_valence_10subjects.tgz` of the reference data, a variant one of
/// ``PeersVariant``, and the percentage that of the full search, which is 100. Every other session is
/// fitted, the rest is held out. Each variant has the same search: draws all over the bounds, then
/// searches from the best of them and from the published values, then a longer one from the best
/// of those.
enum PeersFitCommand {
  /// How many draws, how many of them are searched from, and the evaluations of each search.
  private struct Budget {
    let draws: Int
    let starts = 2
    let middle: Int
    let last: Int

    init(percent: Int) {
      draws = max(600 * percent / 100, 2)
      middle = max(1000 * percent / 100, 1)
      last = max(1500 * percent / 100, 1)
    }
  }

  static func run(archive: String, _ argument: String) throws {
    let words = argument.split(separator: ":")
    guard words.count == 2, let variant = PeersVariant(rawValue: String(words[0])),
      let percent = Int(words[1]), 1...10_000 ~= percent
    else {
      let names = PeersVariant.allCases.map(\.rawValue).joined(separator: "|")
      throw BenchError.argument("\(argument): give \(names), a colon and a percentage")
    }
    let lists = try PeersLists(archive: URL(filePath: archive))
    let finding = try search(.peersStart(variant), lists.half(0), Budget(percent: percent))
    for parameter in MultiListParameter.of(finding.model.source) {
      print(".\(parameter.rawValue): \(finding.model[keyPath: parameter.path]),")
    }
    try report(finding.model, lists.half(1))
  }

  private static func search(
    _ start: MultiListModel, _ fitted: [[[ValencedRecall]]], _ budget: Budget
  ) throws -> MultiListSearch.Finding {
    let target = try RecallTarget(fitted.map { RecallPattern($0.flatMap(\.self)) })
    func people(sessions: Int) throws -> [[MultiListStudy]] {
      try fitted.map { try quarters($0.prefix(sessions)) }
    }
    let draws = try MultiListSearch(evaluationLimit: budget.draws, seed: 1)
      .draws(like: start, to: target, people: people(sessions: 1))
    say("draws", draws[0], draws.count)
    let starts = [start] + draws.prefix(budget.starts).map(\.model)
    let middle = try starts.map { model in
      let finding = try MultiListSearch(evaluationLimit: budget.middle, seed: 2)
        .fit(model, to: target, people: people(sessions: 2))
      say("search", finding, finding.evaluations)
      return finding
    }
    guard let best = middle.min(by: { $0.misfit < $1.misfit }) else { return draws[0] }
    let last = try MultiListSearch(evaluationLimit: budget.last, step: 0.2, seed: 3)
      .fit(best.model, to: target, people: people(sessions: 4))
    say("last search", last, last.evaluations)
    return last
  }

  private static func say(_ name: String, _ finding: MultiListSearch.Finding, _ evaluations: Int) {
    print("\(name): misfit \(finding.misfit) after \(evaluations) evaluations")
    fflush(nil)
  }

  /// Sessions cut into four parts, which saves three quarters of the time: what is left out are
  /// intrusions from more than six lists ago.
  private static func quarters(
    _ sessions: ArraySlice<[ValencedRecall]>
  ) throws -> [MultiListStudy] {
    try sessions.flatMap { session in
      try stride(from: 0, to: session.count, by: 6).map { first in
        try MultiListStudy(
          lists: session[first..<min(first + 6, session.count)].map(\.valences))
      }
    }
  }

  private static func report(_ model: MultiListModel, _ heldOut: [[[ValencedRecall]]]) throws {
    let target = try RecallTarget(heldOut.map { RecallPattern($0.flatMap(\.self)) })
    let people = try heldOut.map { try $0.map { try MultiListStudy(lists: $0.map(\.valences)) } }
    let pattern = try model.pattern(of: people, seed: 2)
    for statistic in RecallStatistic.allCases {
      let numbers = [
        pattern[statistic], target.mean[statistic], target.standardError(statistic),
        target.distance(pattern, statistic),
      ]
      print("\(statistic)", numbers.map { String(format: "%8.3f", $0) }.joined())
    }
    print("held out: misfit \(target.misfit(pattern))")
    print("nine cells: \(target.misfit(pattern, over: RecallStatistic.transitions))")
  }
}
