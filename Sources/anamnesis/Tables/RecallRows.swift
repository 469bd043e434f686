import Interchange
import MemoryScience

/// The rows of a file of free recall, sorted into people and lists.
struct RecallRows {
  private let file: String
  private var lists: [Key: Rows] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    let subject: String
    let list: String
  }

  private struct Rows {
    var line: Int
    var study: [(position: Double, item: String, valence: Valence)] = []
    var recalls: [(position: Double, item: String)] = []
  }

  /// Sorts rows.
  ///
  /// - Parameters:
  ///   - table: the columns of the file.
  ///   - valence: the column of valence, if there is one.
  ///   - file: the name of the file, for messages.
  /// - Throws: ``BadInput`` with line and column.
  init(_ table: NumericTable, valence: String?, file: String) throws {
    self.file = file
    func text(_ column: String, _ row: Int) -> String { table.texts[column]?[row] ?? "" }
    for row in table.lines.indices {
      let place = "\(file): line \(table.lines[row])"
      guard let position = table.numbers["position"]?[row] else {
        throw BadInput(
          "\(place), column position", "the cell is empty", cure: "number every row from 1 on")
      }
      let key = Key(subject: text("subject", row), list: text("list", row))
      if lists[key] == nil { order.append(key) }
      switch text("trial_type", row) {
      case "study":
        let felt = try valence.map {
          try Self.valence(table.numbers[$0]?[row], "\(place), column \($0)")
        }
        lists[key, default: Rows(line: table.lines[row])].study.append(
          (position, text("item", row), felt ?? .neutral))
      case "recall":
        lists[key, default: Rows(line: table.lines[row])].recalls.append(
          (position, text("item", row)))
      default:
        throw BadInput(
          "\(place), column trial_type",
          "\"\(text("trial_type", row).prefix(40))\" is neither study nor recall",
          cure: "write study or recall")
      }
    }
  }

  private static func valence(_ number: Double?, _ place: String) throws -> Valence {
    guard let number, let valence = [-1: Valence.negative, 0: .neutral, 1: .positive][number] else {
      throw BadInput(
        place, "a studied item has no valence of -1, 0 or 1", cure: "write one of these")
    }
    return valence
  }

  /// The people, or one of them.
  ///
  /// - Parameter subject: whom to keep; none for everybody.
  /// - Returns: people in the order of the file, none when nobody is called so.
  /// - Throws: ``BadInput`` for a list that cannot be used.
  func people(_ subject: String?) throws -> [RecallTable.Person] {
    var names: [String] = []
    var found: [String: [Outcome]] = [:]
    for key in order where subject == nil || key.subject == subject {
      guard let rows = lists[key] else { continue }
      if found[key.subject] == nil { names.append(key.subject) }
      found[key.subject, default: []].append(try outcome(key, rows))
    }
    return names.map { name in
      let outcomes = found[name] ?? []
      return RecallTable.Person(
        name: name, lists: outcomes.map(\.list),
        intrusions: outcomes.reduce(0) { $0 + $1.intrusions },
        repetitions: outcomes.reduce(0) { $0 + $1.repetitions })
    }
  }

  private struct Outcome {
    let list: RecalledList
    let intrusions: Int
    let repetitions: Int
  }

  private func outcome(_ key: Key, _ rows: Rows) throws -> Outcome {
    let study = rows.study.sorted { $0.position < $1.position }
    let words = Dictionary(study.enumerated().map { ($1.item, $0) }) { first, _ in first }
    var places: [Int] = []
    var seen: Set<Int> = []
    var intrusions = 0
    var repetitions = 0
    for recall in rows.recalls.sorted(by: { $0.position < $1.position }) {
      guard let place = words[recall.item] else {
        intrusions += 1
        continue
      }
      guard seen.insert(place).inserted else {
        repetitions += 1
        continue
      }
      places.append(place)
    }
    do {
      guard words.count == study.count else {
        throw MemoryScienceError.unusable("an item is studied twice; give each item once")
      }
      let list = try RecalledList(
        study: StudiedList(valences: study.map(\.valence)), recalls: places)
      return Outcome(list: list, intrusions: intrusions, repetitions: repetitions)
    } catch {
      throw BadInput("\(file): subject \(key.subject), list \(key.list)", error)
    }
  }
}
