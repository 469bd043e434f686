import Foundation
import MemoryScience

/// The lists of ten people of PEERS as they studied and recalled them, with valences:
/// `memory/cmr3_peers_valence_10subjects.tgz` of the reference data, which are not shipped.
///
/// The tests, the calibration and the fit in `Benchmarks` read them from here.
struct PeersLists {
  /// By person and session, 24 sessions of 24 lists of 24 words.
  let people: [[[ValencedRecall]]]

  private static let listsOfSession = 24

  /// Reads the packed archive.
  init(archive: URL) throws {
    let folder = URL.temporaryDirectory.appending(path: "peers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", "xzf", archive.path, "-C", folder.path]
    try tar.run()
    tar.waitUntilExit()
    let names = try String(
      contentsOf: folder.appending(path: "valid_subjects_list.txt"), encoding: .utf8)
    people = try names.split(whereSeparator: \.isNewline).map {
      try PeersLists.person(String($0), folder)
    }
  }

  /// The sessions with an even (0) or an odd (1) place, counted from 0.
  func half(_ rest: Int) -> [[[ValencedRecall]]] {
    people.map { person in person.indices.filter { $0 % 2 == rest }.map { person[$0] } }
  }

  private static func person(_ name: String, _ folder: URL) throws -> [[ValencedRecall]] {
    func rows(_ path: String) throws -> [[Int]] {
      try String(contentsOf: folder.appending(path: "\(path)_\(name).txt"), encoding: .utf8)
        .split(whereSeparator: \.isNewline).map { $0.split(separator: ",").compactMap { Int($0) } }
    }
    let studied = try rows("pres_files/pres_nos")
    let recalled = try rows("rec_files/rec_nos")
    let valences = try rows("eval_files/eval_codes")
    return stride(from: 0, to: studied.count, by: listsOfSession).map { first in
      (first..<min(first + listsOfSession, studied.count)).map { index in
        // A 0 ends the recalls.
        let words = recalled[index].prefix { $0 != 0 }
        let earlier = Set(studied[first..<index].joined()).subtracting(studied[index])
        return ValencedRecall(
          valences: valences[index].compactMap(Valence.init(rawValue:)),
          places: words.compactMap { studied[index].firstIndex(of: $0) },
          intrusionCount: earlier.intersection(words).count)
      }
    }
  }
}
