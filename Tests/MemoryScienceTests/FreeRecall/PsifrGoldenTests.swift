import Foundation
import MemoryScience
import TestKit
import Testing

/// `memory/psifr_golden.json` of the reference data: what psifr 0.10.1 gives on its sample data, the
/// mean over people and the first three people.
@Suite(.enabled(if: PsifrSample.isPresent, PsifrSample.absence))
struct PsifrGoldenTests {
  private let golden: [String: Any]

  init() throws {
    let data = try Data(contentsOf: SharedData.url("memory/psifr_golden.json"))
    let all = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    golden = try #require(all?["datasets"] as? [String: Any])
  }

  private func data(_ set: String) throws -> RecallData {
    try set == "Morton2013" ? PsifrSample.mortonData.get() : PsifrSample.peers.get()
  }

  private func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  /// Compares the group mean of each bin, and value, actual and possible of the first three people.
  private func compare<Bin>(
    _ analysis: RecallAnalysis<Bin>, _ set: String, _ key: String, value: String,
    bin name: String?, label: (Bin) -> Int?
  ) throws {
    let part = try #require((golden[set] as? [String: Any])?[key] as? [String: Any])
    let means = try #require(part["group_mean"] as? [String: Any])
    let group = try analysis.group()
    var compared = 0
    for (bin, mean) in zip(analysis.bins, group) {
      let found = label(bin).flatMap { means["\($0).0"] ?? means["\($0)"] } ?? means[value]
      guard let expected = number(found) else {
        #expect(mean.mean == nil)
        continue
      }
      #expect(abs(try #require(mean.mean) - expected) < 1e-12)
      compared += 1
    }
    #expect(compared == means.values.count { number($0) != nil } || name == nil)
    for row in try #require(part["first3"] as? [[String: Any]]) {
      let subject = "\(Int(try #require(number(row["subject"]))))"
      let wanted = name.flatMap { number(row[$0]) }.map { Int($0) }
      let index = try #require(analysis.bins.firstIndex { label($0) == wanted })
      let cell = try #require(analysis[subject]).cells[index]
      if let expected = number(row[value]) {
        #expect(abs(try #require(cell.value) - expected) < 1e-12)
        compared += 1
      } else {
        #expect(cell.value == nil)
      }
      if let actual = number(row["actual"]), let possible = number(row["possible"]) {
        #expect(cell.actual == actual)
        #expect(cell.possible == possible)
      }
    }
    #expect(compared >= 4)
  }

  @Test(arguments: ["Morton2013", "peers_notask"])
  func `all people, words and recalls are read`(set: String) throws {
    let data = try data(set)
    let part = try #require(golden[set] as? [String: Any])
    #expect(Double(data.subjects.count) == number(part["n_subjects"]))
    #expect(Double(data.lists.reduce(0) { $0 + $1.length }) == number(part["n_study"]))
    #expect(Double(data.lists.reduce(0) { $0 + $1.recalls.count }) == number(part["n_recall"]))
  }

  @Test(arguments: ["Morton2013", "peers_notask"])
  func `the serial position curve is psifr's`(set: String) throws {
    try compare(
      data(set).serialPositionCurve(), set, "spc", value: "recall", bin: "input", label: { $0 })
  }

  @Test(arguments: ["Morton2013", "peers_notask"])
  func `the probability of first recall is psifr's`(set: String) throws {
    try compare(
      data(set).probabilityOfFirstRecall(), set, "pfr", value: "prob", bin: "input", label: { $0 })
  }

  @Test(arguments: ["Morton2013", "peers_notask"])
  func `the lag-CRP is psifr's`(set: String) throws {
    try compare(data(set).lagCRP(), set, "lag_crp", value: "prob", bin: "lag", label: { $0 })
  }

  @Test(arguments: ["Morton2013", "peers_notask"])
  func `the lag rank is psifr's`(set: String) throws {
    try compare(
      data(set).lagRank(), set, "lag_rank", value: "rank", bin: nil, label: { _ in nil })
  }

  /// psifr counts an intruding word once for each list of the person that held it, later lists
  /// included, and takes the number of these rows as the number of intrusions. The sample set
  /// Morton2013 repeats words across lists, so that its `prob` is checked against that number.
  @Test(arguments: ["Morton2013", "peers_notask"])
  func `the prior-list intrusions are psifr's`(set: String) throws {
    let part = try #require((golden[set] as? [String: Any])?["pli_list_lag"] as? [String: Any])
    let means = try #require(part["group_mean"] as? [String: Any])
    let perList = try data(set).priorListIntrusions(maximumLag: 3, from: .everyPriorList)
    for (bin, mean) in zip(perList.bins, try perList.group()) {
      #expect(abs(try #require(mean.mean) - #require(number(means["\(bin)"]))) < 1e-12)
    }
    let lists = try set == "Morton2013" ? PsifrSample.morton.get() : PsifrSample.peerLists.get()
    for row in try #require(part["first3"] as? [[String: Any]]) {
      let subject = "\(Int(try #require(number(row["subject"]))))"
      let lag = try #require(number(row["list_lag"]))
      let cell = try #require(perList[subject]?.cells[Int(lag) - 1])
      #expect(abs(try #require(cell.value) - #require(number(row["per_list"]))) < 1e-12)
      let rows = intrusionRows(lists.filter { $0.subject == subject })
      if let expected = number(row["prob"]) {
        #expect(abs(cell.actual / Double(rows) - expected) < 1e-12)
      }
    }
  }

  /// The rows that psifr makes of the intrusions of the lists from the fourth on.
  private func intrusionRows(_ lists: [StudyList]) -> Int {
    var studied: [String: Int] = [:]
    for word in lists.flatMap(\.items) { studied[word, default: 0] += 1 }
    return lists.filter { $0.number > 3 }.reduce(0) { rows, list in
      rows
        + list.recalls.filter { !list.items.contains($0) }
        .reduce(0) { $0 + max(studied[$1] ?? 0, 1) }
    }
  }

  @Test func `the category CRP of mixed lists is psifr's`() throws {
    let mixed = try data("Morton2013").filtered(where: "list_type", is: "mixed")
    try compare(
      mixed.categoryCRP("category"), "Morton2013", "mixed_category_crp", value: "prob", bin: nil,
      label: { _ in nil })
  }

  @Test func `the clustering of mixed lists is psifr's`() throws {
    let mixed = try data("Morton2013").filtered(where: "list_type", is: "mixed")
    for (value, analysis) in [
      ("lbc", try mixed.listBasedClustering("category")),
      ("arc", try mixed.adjustedRatioOfClustering("category")),
    ] {
      try compare(
        analysis, "Morton2013", "mixed_category_clustering", value: value, bin: nil,
        label: { _ in nil })
    }
  }

  /// A check that cannot fail would be worth nothing.
  @Test func `pure lists give another clustering`() throws {
    let mixed = try data("Morton2013").filtered(where: "list_type", is: "mixed")
    let all = try data("Morton2013").categoryCRP("category").group()
    let some = try mixed.categoryCRP("category").group()
    #expect(abs((all[0].mean ?? 0) - (some[0].mean ?? 0)) > 0.1)
  }
}
