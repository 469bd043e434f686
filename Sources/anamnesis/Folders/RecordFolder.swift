import ArgumentParser
import Foundation

/// A folder of records, one file a person.
struct RecordFolder: ExpressibleByArgument {
  let path: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  static var defaultCompletionKind: CompletionKind { .directory }

  /// What the name of a record ends in.
  static let ending = ".ndjson"

  /// What a folder holds.
  struct Content {
    /// The records in the order of their names.
    let records: [RecordFile]
    /// How many other files there are, hidden ones left out.
    let others: Int
  }

  /// One record.
  struct RecordFile {
    /// Where it is.
    let file: InputFile
    /// Its name without ``RecordFolder/ending``.
    let stem: String
  }

  /// Lists the folder, not the folders in it.
  ///
  /// - Returns: its content.
  /// - Throws: ``BadInput`` when it is no folder, cannot be read or holds no record.
  func content() throws -> Content {
    guard let status = FileStatus(path) else {
      throw BadInput("--all \(path)", "there is no such folder", cure: "check the path")
    }
    guard status.isFolder else {
      throw BadInput("--all \(path)", "this is no folder", cure: "leave --all out to review a file")
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw BadInput(
        "--all \(path)", "the folder may not be read", cure: "ask for permission to read it")
    }
    let visible = names.filter { !$0.hasPrefix(".") }
    // By bytes, so that the order is the same in every language of the system.
    let records = visible.filter(isRecord).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !records.isEmpty else {
      throw BadInput(
        "--all \(path)", "the folder holds no record",
        cure: "name a folder with a file for each person that ends in \(Self.ending)")
    }
    return Content(
      records: records.compactMap { name in
        InputFile(argument: place(name)).map {
          RecordFile(file: $0, stem: String(name.dropLast(Self.ending.count)))
        }
      }, others: visible.count - records.count)
  }

  private func isRecord(_ name: String) -> Bool {
    name.hasSuffix(Self.ending) && name.count > Self.ending.count
      && FileStatus(place(name))?.isFolder != true
  }

  private func place(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }
}
