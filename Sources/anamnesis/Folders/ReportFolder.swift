import ArgumentParser
import Foundation

/// A folder to write reports into, one file a person.
struct ReportFolder {
  let path: String
  /// What the names of reports end in.
  let ending: String

  /// Where the report of a record goes.
  func file(for record: RecordFolder.RecordFile) -> WholeFile {
    WholeFile("\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(record.stem)\(ending)")
  }

  /// Makes the folder when there is none and refuses one that cannot be used, before any work.
  ///
  /// - Parameters:
  ///   - records: whose reports will be written.
  ///   - canReplace: whether files that exist may be replaced.
  /// - Returns: how many files will be replaced.
  /// - Throws: ``BadInput``.
  func prepare(for records: [RecordFolder.RecordFile], canReplace: Bool) throws -> Int {
    if FileStatus(path) == nil, mkdir(path, 0o700) != 0 { throw OutputFault.current(path) }
    guard FileStatus(path)?.isFolder == true else {
      throw BadInput(path, "this is a file", cure: "name a folder")
    }
    guard access(path, W_OK | X_OK) == 0 else {
      throw BadInput(path, "the folder may not be written to", cure: "name another folder")
    }
    let existing = records.filter { FileStatus(file(for: $0).place.path) != nil }
    for record in existing {
      let name = file(for: record).name
      guard let own = FileStatus(name), own.isRegular else {
        throw BadInput(name, "this is no regular file", cure: "move it away")
      }
      if FileStatus(record.file.path)?.isSameFile(as: own) == true {
        throw BadInput(name, "this is also an input", cure: "write to another folder")
      }
    }
    guard existing.isEmpty || canReplace else {
      throw BadInput(
        path, "\(counted(existing.count, "report")) would be replaced",
        cure: "give --force to replace them, or name another folder")
    }
    return existing.count
  }
}
