import Foundation
import MemoryScience
import TestKit
import Testing

/// Ten people of the PEERS study with 576 lists of 24 words each, against
/// `memory/peers_valence_benchmarks.json` and `RECIPES.md` of the reference data.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct EmotionalClusteringTests {
  private let data: RecallData
  private let benchmarks: [String: Any]

  init() throws {
    data = try Self.prepared.get()
    let file = try Data(contentsOf: SharedData.url("memory/peers_valence_benchmarks.json"))
    benchmarks = try #require(JSONSerialization.jsonObject(with: file) as? [String: Any])
  }

  private static let prepared = Result {
    let archive = SharedData.url("memory/cmr3_peers_valence_10subjects.tgz").path
    func lines(_ name: String) throws -> [[Int]] {
      numberLines(try output(of: "tar", ["xzOf", archive, name]))
    }
    let names = String(
      decoding: try output(of: "tar", ["xzOf", archive, "valid_subjects_list.txt"]), as: UTF8.self)
    var lists: [StudyList] = []
    for subject in names.split(whereSeparator: \.isNewline).map(String.init) {
      let studied = try lines("pres_files/pres_nos_\(subject).txt")
      let recalled = try lines("rec_files/rec_nos_\(subject).txt")
      let valences = try lines("eval_files/eval_codes_\(subject).txt")
      for (index, words) in studied.enumerated() {
        // A 0 ends the recalls; a negative code is no word.
        lists.append(
          StudyList(
            subject: subject, number: index + 1, items: words.map { "\($0)" },
            attributes: ["valence": valences[index].map { "\($0)" }],
            recalls: recalled[index].prefix { $0 != 0 }.filter { $0 > 0 }.map { "\($0)" }))
      }
    }
    return try RecallData(lists)
  }

  private func numbers(_ key: String) throws -> [Double] {
    try #require(benchmarks[key] as? [NSNumber]).map(\.doubleValue)
  }

  private func matrix(_ key: String) throws -> [Double] {
    try #require(benchmarks[key] as? [[NSNumber]]).flatMap { $0.map(\.doubleValue) }
  }

  private func expect(
    _ values: [Double?], _ expected: [Double], within tolerance: Double = 1e-12,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(values.count == expected.count, sourceLocation: sourceLocation)
    for (value, number) in zip(values, expected) {
      #expect(abs((value ?? .nan) - number) < tolerance, sourceLocation: sourceLocation)
    }
  }

  @Test func `the clustering by valence is that of the benchmarks`() throws {
    let analysis = try data.clustering(by: "valence")
    #expect(analysis.people.count == 10)
    #expect(analysis.bins.map(\.from) == ["-1", "-1", "-1", "0", "0", "0", "1", "1", "1"])
    #expect(analysis.bins.map(\.to) == ["-1", "0", "1", "-1", "0", "1", "-1", "0", "1"])
    let group = try analysis.group()
    expect(group.map(\.mean), try matrix("transition_ratio_mean"))
    expect(group.map(\.standardError), try matrix("transition_ratio_sem"))
    expect(
      group.map(\.mean),
      [1.6622, 0.9283, 0.9132, 0.9400, 1.0007, 1.0196, 0.8243, 0.9140, 1.2452], within: 5.1e-5)
  }

  @Test func `recall by valence is that of the benchmarks, person by person`() throws {
    let analysis = try data.recallProbability(by: "valence")
    expect(try analysis.group().map(\.mean), try numbers("p_recall_neg_neu_pos"))
    let ratios = try data.clustering(by: "valence")
    for row in try #require(benchmarks["by_subject"] as? [[String: Any]]) {
      let subject = try #require(row["subject"] as? String)
      let shares = try #require(row["p_recall"] as? [String: NSNumber])
      expect(
        try #require(analysis[subject]).cells.map(\.value),
        ["-1", "0", "1"].compactMap { shares[$0]?.doubleValue })
      let expected = try #require(row["ratio_actual_expected"] as? [[NSNumber]])
      expect(
        try #require(ratios[subject]).cells.map(\.value),
        expected.flatMap { $0.map(\.doubleValue) }, within: 5.1e-5)
    }
  }

  @Test func `serial position and first recall are those of the benchmarks`() throws {
    expect(try data.serialPositionCurve().group().map(\.mean), try numbers("spc"))
    // The benchmark divides by all 576 lists.
    let first = try data.probabilityOfFirstRecall()
    let shares = first.bins.indices.map { bin in
      first.people.reduce(0) { $0 + $1.cells[bin].actual / Double($1.lists) } / 10
    }
    expect(shares, try numbers("pfr"))
  }

  @Test func `valences shuffled among the words of a list show no clustering`() throws {
    var stream = SeededRandom(seed: 7)
    let shuffled = data.lists(of: "LTP093").map { list in
      StudyList(
        subject: "a", number: list.number, items: list.items.map { "\($0)" },
        attributes: [
          "valence": (1...list.length).map { data.value(of: "valence", in: list, at: $0) ?? "" }
            .shuffled(using: &stream)
        ], recalls: list.sequence.filter { $0 > 0 }.map { "\(list.items[$0 - 1])" })
    }
    let analysis = try RecallData(shuffled).clustering(by: "valence")
    for bin in [0, 4, 8] {
      #expect(abs(try #require(analysis.people[0].cells[bin].value) - 1) < 0.1)
    }
    #expect(try #require(data.clustering(by: "valence")["LTP093"]?.cells[0].value) > 1.5)
  }
}
