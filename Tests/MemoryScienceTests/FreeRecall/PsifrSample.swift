import Foundation
import MemoryScience
import TestKit
import Testing

/// The sample data of psifr 0.10.1 in `.reference/psifr`, which `script/reference-data` unpacks from
/// its PyPI wheel. They are under the GPL and stay out of the repository.
enum PsifrSample {
  static let folder = SharedData.checkout.appending(path: ".reference/psifr/data")

  /// Whether the sample data and the numbers that psifr gave on them can be read here.
  static let isPresent =
    FileManager.default.fileExists(atPath: folder.appending(path: "Morton2013.csv").path)
    && FileManager.default.fileExists(atPath: folder.appending(path: "peers_notask.csv").path)
    && SharedData.isPresent

  static let absence = Comment(
    rawValue:
      "needs .reference/psifr (run script/reference-data) and ../shared/data, which are absent")

  /// 40 people, 48 lists of 24 words each.
  static let morton = Result {
    try lists("Morton2013.csv", attributes: ["category", "list_type", "item_number"])
  }
  /// The same, scored.
  static let mortonData = Result { try RecallData(morton.get()) }
  /// 126 people, 28 lists of 16 words each.
  static let peerLists = Result { try lists("peers_notask.csv", attributes: []) }
  /// The same, scored.
  static let peers = Result { try RecallData(peerLists.get()) }

  private static func lists(_ file: String, attributes: [String]) throws -> [StudyList] {
    try PsifrColumns(Data(contentsOf: folder.appending(path: file))).lists(attributes: attributes)
  }
}

/// A small reader of the column layout of psifr, for files without commas in cells.
struct PsifrColumns {
  struct Malformed: Error {}

  private let bytes: [UInt8]

  init(_ data: Data) { bytes = Array(data) }

  func lists(attributes: [String]) throws -> [StudyList] {
    var lists: [StudyList] = []
    var places: [String: Int] = [:]
    var header: [String: Int] = [:]
    var cells: [Range<Int>] = []
    var start = 0
    func text(_ name: String) throws -> String {
      guard let column = header[name], column < cells.count else { throw Malformed() }
      var range = cells[column]
      if let first = bytes[range].first, first == 0x22 {
        range = range.lowerBound + 1..<range.upperBound - 1
      }
      return String(decoding: bytes[range], as: UTF8.self)
    }
    for index in bytes.indices where bytes[index] == 0x2C || bytes[index] == 0x0A {
      cells.append(start..<index)
      start = index + 1
      guard bytes[index] == 0x0A else { continue }
      if header.isEmpty {
        for (column, cell) in cells.enumerated() {
          header[String(decoding: bytes[cell], as: UTF8.self)] = column
        }
      } else {
        let key = try text("subject") + "/" + text("list")
        if places[key] == nil {
          places[key] = lists.count
          lists.append(
            StudyList(
              subject: try text("subject"), number: Int(try text("list")) ?? -1, items: [],
              attributes: Dictionary(uniqueKeysWithValues: attributes.map { ($0, []) }),
              recalls: []))
        }
        let place = places[key] ?? 0
        // The rows of the sample files stand in the order of their positions.
        if try text("trial_type") == "study" {
          lists[place].items.append(try text("item"))
          for name in attributes { lists[place].attributes[name]?.append(try text(name)) }
        } else {
          lists[place].recalls.append(try text("item"))
        }
      }
      cells.removeAll(keepingCapacity: true)
    }
    return lists
  }
}
