import Foundation
import MemoryScience

/// Finds the parameters of ``MultiListModel/peers(_:)`` again.
///
/// `bench peers-fit ARCHIVE VARIANT:EVALUATIONS`; the archive is
/// `memory/cmr3_peers_valence_10subjects.tgz` of the reference data, a variant one of
/// ``PeersVariant``. Every other session is fitted, the rest is held out.
enum PeersFitCommand {
  static func run(archive: String, _ argument: String) throws {
    let words = argument.split(separator: ":")
    guard words.count == 2, let variant = PeersVariant(rawValue: String(words[0])),
      let evaluations = Int(words[1])
    else {
      let names = PeersVariant.allCases.map(\.rawValue).joined(separator: "|")
      throw BenchError.argument("\(argument): give \(names), a colon and a number of evaluations")
    }
    let lists = try PeersLists(archive: URL(filePath: archive))
    let fitted = lists.half(0)
    let target = try RecallTarget(fitted.map { RecallPattern($0.flatMap(\.self)) })
    let search = MultiListSearch(evaluationLimit: evaluations, seed: 1)
    let people = try fitted.map { try quarters($0.prefix(4)) }
    let finding = try search.fit(.peersStart(variant), to: target, people: people)
    print("misfit \(finding.misfit) after \(finding.evaluations) evaluations")
    for parameter in MultiListParameter.of(finding.model.source) {
      print(".\(parameter.rawValue): \(finding.model[keyPath: parameter.path]),")
    }
    try report(finding.model, lists.half(1))
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
