import Foundation
import MemoryScience
import Testing

/// The lists that ten people of PEERS really studied, recalled by CMR2 and CMR3.
///
/// Parameters were found in sessions 1, 3, 5 …; the lists here are those of the other sessions, and
/// people are as they recalled them. `bench peers-fit` finds the parameters again.
@Suite struct EmotionalOrganisationTests {
  private static let archive = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data/memory/cmr3_peers_valence_10subjects.tgz")

  private static let isPresent = FileManager.default.fileExists(atPath: archive.path)

  /// A model beside people, with the standard errors of both.
  private struct Comparison {
    let target: RecallTarget
    let model: RecallTarget

    init(_ variant: PeersVariant) throws {
      let heldOut = try PeersLists(archive: archive).half(1)
      target = try RecallTarget(heldOut.map { RecallPattern($0.flatMap(\.self)) })
      let people = try heldOut.map { try $0.map { try MultiListStudy(lists: $0.map(\.valences)) } }
      model = try RecallTarget(
        people.enumerated().map { person, studies in
          try MultiListModel.peers(variant).pattern(of: [studies], seed: UInt64(2 + person))
        })
    }

    /// How many standard errors of people and simulation the model lies off.
    func distance(_ statistic: RecallStatistic) -> Double {
      let errors = [target.standardError(statistic), model.standardError(statistic)]
      return (model.mean[statistic] - target.mean[statistic])
        / errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    /// The misfit of the nine transitions.
    var misfit: Double { target.misfit(model.mean, over: RecallStatistic.transitions) }

    func show(_ name: String) {
      for statistic in RecallStatistic.allCases {
        print(
          name, statistic,
          [
            model.mean[statistic], target.mean[statistic], target.standardError(statistic),
            distance(statistic),
          ].map { String(format: "%.3f", $0) })
      }
      print(name, "misfit of the nine transitions", misfit)
    }
  }

  @Test(.enabled(if: isPresent))
  func `CMR3 recalls words of one valence after each other as people do, and CMR2 does not`()
    throws
  {
    let emotional = try Comparison(.asLearned)
    let published = try Comparison(.published)
    let plain = try Comparison(.plain)
    emotional.show("as learned")
    published.show("published")
    plain.show("plain")
    for transition in RecallStatistic.transitions {
      #expect(abs(emotional.distance(transition)) < 3.5, "\(transition)")
    }
    #expect(emotional.misfit < 40)
    // The published rule clusters and lets neutral words bring feelings to mind, as no person does.
    // CMR2 has no clustering at all.
    #expect(plain.misfit > 150 && plain.misfit > 5 * emotional.misfit)
    for valence in [Valence.negative, .positive] {
      let same = RecallStatistic.transition(from: valence, to: valence)
      #expect(abs(plain.model.mean[same] - 1) < 0.1)
      #expect(plain.distance(same) < -4)
    }
  }

  @Test(arguments: Experiment.all.map(\.name))
  func `an experiment shows its direction in two hundred people`(name: String) throws {
    let result = try Experiment.named(name).run(people: 200, seed: 3)
    #expect(result.isAsExpected, "\(name): \(result.effect)")
    #expect(!result.isControlAsExpected, "\(name): \(result.controlEffect)")
    // Exposure without learning points the other way, see `Experiments.md`.
    #expect(result.isControlEmpty || name == "exposure", "\(name): \(result.controlEffect)")
  }
}
