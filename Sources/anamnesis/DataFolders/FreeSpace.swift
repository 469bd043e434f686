import Foundation

/// The room on the disk on which a folder is.
struct FreeSpace {
  /// With less, in bytes, nothing new is stored for sure: twice the reserve beside the data file.
  static let least = 20_000_000

  /// What is free, in bytes.
  let bytes: Int
  /// What is free of the whole, from 0 to 1.
  let share: Double

  /// Asks for the room; `nil` when the disk does not answer.
  init?(in folder: String) {
    var status = statvfs()
    guard statvfs(folder, &status) == 0, status.f_blocks > 0 else { return nil }
    let (bytes, overflows) = Int(clamping: status.f_bavail)
      .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
    self.bytes = overflows ? .max : bytes
    share = Double(status.f_bavail) / Double(status.f_blocks)
  }

  /// Has room for a copy of the records, their log included, and for what is stored meanwhile.
  ///
  /// - Throws: ``BadInput`` with both numbers when there is less.
  static func requireCopy(of folder: DataFolder) throws {
    let sizes = [folder.records, folder.log].map { FileStatus($0)?.size ?? 0 }
    let needed = sizes.reduce(least, +)
    guard let space = FreeSpace(in: folder.path), space.bytes < needed else { return }
    throw BadInput(
      folder.path,
      "there is no room for a copy: \(needed / 1_000_000) MB are needed, "
        + "\(space.bytes / 1_000_000) MB are free",
      cure: "free space on the disk")
  }
}
