import Foundation
import Knowledge

/// Writes a folder with a year of each of many invented people.
///
/// `bench clinic FOLDER PEOPLE`; the same people each time, one file a person.
enum Clinic {
  static func write(people: Int, to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    for seed in 1...max(people, 1) {
      let year = try PersonYear(seed: UInt64(seed), knowledge: knowledge)
      let name = String(repeating: "0", count: max(6 - "\(seed)".count, 0)) + "\(seed).ndjson"
      try Data(year.bytes).write(to: URL(filePath: folder).appending(path: name))
    }
  }
}
