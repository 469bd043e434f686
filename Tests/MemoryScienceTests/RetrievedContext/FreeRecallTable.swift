import Foundation
import TestKit

@testable import MemoryScience

/// Free-recall data in the layout of psifr: subject, list, position, trial_type, item.
struct FreeRecallTable {
  /// The lists of each subject, in the order of the file; repetitions and intrusions left out.
  let lists: [Int: [RecalledList]]

  /// The sample data of psifr, where `script/reference-data` unpacks them.
  static let sample = SharedData.checkout.appending(path: ".reference/psifr/data/Morton2013.csv")
  static let isPresent = FileManager.default.fileExists(atPath: sample.path)

  /// Reads the rows that a condition keeps.
  init(_ file: URL, where isKept: ([Substring]) -> Bool) throws {
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    var study: [[Int]: [Int: Substring]] = [:]
    var recalls: [[Int]: [Int: Substring]] = [:]
    for row in rows where isKept(row) {
      guard let subject = Int(row[0]), let list = Int(row[1]), let position = Int(row[2]) else {
        continue
      }
      if row[3] == "study" {
        study[[subject, list], default: [:]][position] = row[4]
      } else {
        recalls[[subject, list], default: [:]][position] = row[4]
      }
    }
    var lists: [Int: [RecalledList]] = [:]
    for (key, items) in study.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let words = items.sorted { $0.key < $1.key }.map(\.value)
      var places: [Int] = []
      for (_, word) in (recalls[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let place = words.firstIndex(of: word), !places.contains(place) else { continue }
        places.append(place)
      }
      let list = try RecalledList(study: StudiedList(count: words.count), recalls: places)
      lists[key[0], default: []].append(list)
    }
    self.lists = lists
  }
}
