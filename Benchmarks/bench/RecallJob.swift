import Foundation
import MemoryScience
import Statistics

/// One analysis of free recall: `bench recall ANALYSIS:FOLDER RUNS`.
///
/// The folder holds `events.tsv` (subject, list, study or recall, item, category) in the order of
/// positions and, for distances, `distances.bin` with `items.txt`. The answer is the sum of all
/// values of all people, or for scoring of all serial positions of correct recalls.
struct RecallJob: Job {
  private let name: String
  private let events: RecallEvents
  private let data: RecallData
  private let distances: ItemDistances?
  private let edges = [0.1, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1.0]

  init(argument: String) throws {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw BenchError.argument(argument) }
    name = parts[0]
    let lists = try Self.lists(parts[1] + "/events.tsv")
    data = try RecallData(lists)
    events = Self.events(lists)
    distances = try name.hasPrefix("distance") ? Self.distances(parts[1]) : nil
  }

  private static func lists(_ path: String) throws -> [StudyList] {
    var lists: [StudyList] = []
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let number = Int(cells[1]) else { throw BenchError.argument(path) }
      if lists.last?.subject != cells[0] || lists.last?.number != number {
        lists.append(
          StudyList(
            subject: cells[0], number: number, items: [], attributes: ["category": []], recalls: [])
        )
      }
      let last = lists.count - 1
      if cells[2] == "study" {
        lists[last].items.append(cells[3])
        lists[last].attributes["category"]?.append(cells[4])
      } else {
        lists[last].recalls.append(cells[3])
      }
    }
    return lists
  }

  /// The same as a table with one row per event, equal words sharing their text as in psifr's table.
  private static func events(_ lists: [StudyList]) -> RecallEvents {
    var events = RecallEvents()
    var shared: Set<String> = []
    func append(_ words: [String], _ kind: RecallEvents.Kind, _ list: StudyList) {
      for (place, word) in words.enumerated() {
        let item = shared.insert(word).memberAfterInsert
        events.append(
          kind, subject: list.subject, list: list.number, position: place + 1, item: item)
      }
    }
    for list in lists {
      append(list.items, .study, list)
      append(list.recalls, .recall, list)
    }
    return events
  }

  private static func distances(_ folder: String) throws -> ItemDistances {
    let items = try String(contentsOf: URL(filePath: folder + "/items.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let bytes = try Data(contentsOf: URL(filePath: folder + "/distances.bin"))
    let values = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    guard let matrix = Matrix(rows: items.count, columns: items.count, elements: values) else {
      throw BenchError.argument("\(folder)/distances.bin")
    }
    return try ItemDistances(items: items, matrix: matrix)
  }

  func run() throws -> Double {
    switch name {
    case "scoring":
      return try RecallData(events).lists.reduce(0) { $0 + Double($1.sequence.reduce(0, +)) }
    case "spc": return sum(try data.serialPositionCurve())
    case "pnr": return sum(try data.probabilityOfNthRecall())
    case "pfr": return sum(try data.probabilityOfFirstRecall())
    case "lag-crp": return sum(try data.lagCRP())
    case "lag-crp-within": return sum(try data.lagCRP(.within("category")))
    case "compound-lag-crp": return sum(try data.compoundLagCRP())
    case "input-crp": return sum(try data.inputCRP())
    case "lag-rank": return sum(try data.lagRank())
    case "category-crp": return sum(try data.categoryCRP("category"))
    case "clustering":
      return sum(try data.listBasedClustering("category"))
        + sum(try data.adjustedRatioOfClustering("category"))
    case "intrusions": return sum(try data.priorListIntrusions(from: .everyPriorList))
    default: return try byDistance()
    }
  }

  private func byDistance() throws -> Double {
    guard let distances else { throw BenchError.argument(name) }
    switch name {
    case "distance-crp": return sum(try data.distanceCRP(distances, edges: edges))
    case "distance-rank": return sum(try data.distanceRank(distances))
    case "distance-rank-shifted": return sum(try data.shiftedDistanceRank(distances, shifts: 3))
    case "distance-rank-window":
      return sum(try data.windowedDistanceRank(distances, lags: [-1, 0, 1]))
    default: throw BenchError.argument(name)
    }
  }

  private func sum<Bin>(_ analysis: RecallAnalysis<Bin>) -> Double {
    analysis.people.reduce(0) { $1.cells.reduce($0) { $0 + ($1.value ?? 0) } }
  }
}
