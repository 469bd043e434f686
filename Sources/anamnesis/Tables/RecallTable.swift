import Interchange
import MemoryScience

/// Study and recall events of a CSV file in the column layout of psifr: `subject`, `list`,
/// `position`, `trial_type` (`study` or `recall`) and `item`, and further columns of the studied
/// words. The rows may be in any order.
struct RecallTable {
  private let file: InputFile
  private let attributes: [String]
  private let table: NumericTable
  private var lists: [Builder] = []

  /// One list while its rows are gathered.
  private struct Builder {
    let subject: String
    let number: Int
    /// The line of its first row.
    let line: Int
    /// Rows of the table by position.
    var study: [(position: Int, row: Int)] = []
    var recall: [(position: Int, row: Int)] = []
  }

  private struct Key: Hashable {
    let subject: String
    let number: Int
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: where it is.
  ///   - separator: the character between fields.
  ///   - attributes: further columns to read of the studied words.
  /// - Throws: ``BadInput`` with line, column and cure.
  init(_ file: InputFile, separator: Separator, attributes: [String]) throws {
    self.file = file
    self.attributes = attributes
    var reader = NumericTable.Reader(
      separator: separator, numbers: ["list", "position"],
      texts: ["subject", "trial_type", "item"] + attributes)
    do {
      try file.forEachChunk { try reader.read($0) }
      table = try reader.finish()
    } catch let error as InterchangeError {
      throw BadInput(file.name, error)
    }
    try gather()
  }

  /// The study lists with their recalls.
  ///
  /// - Throws: ``BadInput`` for lists without study rows and positions that do not run from 1.
  func studyLists() throws -> [StudyList] {
    let items = table.texts["item"] ?? []
    return try lists.map { list in
      let study = list.study.sorted { ($0.position, $0.row) < ($1.position, $1.row) }
      let recall = list.recall.sorted { ($0.position, $0.row) < ($1.position, $1.row) }
      try check(list, study: study, recall: recall)
      return StudyList(
        subject: list.subject, number: list.number, items: study.map { items[$0.row] },
        attributes: Dictionary(
          uniqueKeysWithValues: attributes.map { name in
            (name, study.map { (table.texts[name] ?? [])[$0.row].trimmed })
          }), recalls: recall.map { items[$0.row] })
    }
  }

  private mutating func gather() throws {
    var places: [Key: Int] = [:]
    let subjects = table.texts["subject"] ?? []
    let kinds = table.texts["trial_type"] ?? []
    let items = table.texts["item"] ?? []
    let numbers = table.numbers["list"] ?? []
    let positions = table.numbers["position"] ?? []
    for row in table.lines.indices {
      let subject = try filled(subjects[row], row, "subject")
      let key = Key(subject: subject, number: try whole(numbers[row], row, "list", from: 0))
      let position = try whole(positions[row], row, "position", from: 1)
      _ = try filled(items[row], row, "item")
      if places[key] == nil {
        places[key] = lists.count
        lists.append(Builder(subject: key.subject, number: key.number, line: table.lines[row]))
      }
      let place = places[key] ?? 0
      switch kinds[row] {
      case "study": lists[place].study.append((position, row))
      case "recall": lists[place].recall.append((position, row))
      default:
        throw fault(
          row, "trial_type", "\"\(kinds[row].prefix(40))\" is neither study nor recall",
          "write study for a word that was shown and recall for one that was recalled")
      }
    }
  }

  private func check(
    _ list: Builder, study: [(position: Int, row: Int)], recall: [(position: Int, row: Int)]
  ) throws {
    let name = "list \(list.number) of subject \(list.subject)"
    guard !study.isEmpty else {
      throw BadInput(
        "\(file.name): line \(list.line)", "\(name) has recalls and no study rows",
        cure: "add the rows of the words that were shown, with trial_type study")
    }
    for (rows, kind) in [(study, "study"), (recall, "recall")] {
      for (first, second) in zip(rows, rows.dropFirst()) where first.position == second.position {
        throw fault(
          second.row, "position",
          "position \(second.position) of \(name) comes twice among its \(kind) rows, first in "
            + "line \(table.lines[first.row])", "number the rows of a list one by one")
      }
    }
    for (index, event) in study.enumerated() where event.position != index + 1 {
      throw fault(
        event.row, "position",
        "the study rows of \(name) have no position \(index + 1) before \(event.position)",
        "number the words of a list from 1 on without gaps")
    }
  }

  private func filled(_ text: String, _ row: Int, _ column: String) throws -> String {
    guard !text.allSatisfy(\.isWhitespace) else {
      throw fault(row, column, "the cell is empty", "fill it, or leave the row out")
    }
    return text
  }

  private func whole(
    _ value: Double?, _ row: Int, _ column: String, from least: Int
  ) throws -> Int {
    guard let value else {
      throw fault(row, column, "the cell is empty", "write a whole number from \(least) on")
    }
    guard value == value.rounded(), value >= Double(least), value <= 1e9 else {
      throw fault(
        row, column, "\(value.short) is not a whole number from \(least) to 1,000,000,000",
        "number \(column == "list" ? "the lists of a person" : "the rows of a list") in whole numbers"
      )
    }
    return Int(value)
  }

  private func fault(_ row: Int, _ column: String, _ reason: String, _ cure: String) -> BadInput {
    BadInput("\(file.name): line \(table.lines[row]), column \(column)", reason, cure: cure)
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
