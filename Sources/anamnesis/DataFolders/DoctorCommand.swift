import Archive
import ArgumentParser
import Foundation
import SQLiteStore
import Time
import Vault

/// `anamnesis doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say whether a data folder is in good order.",
    discussion: """
      Looks at the files' rights, the key file, the database and its settings, free space, the last \
      backup and the clock; rows are checked by anamnesis verify. The exit code is 65 when something \
      must be mended.

      EXAMPLES:
        anamnesis doctor --data clinic
      """)

  @OptionGroup var folder: DataOptions

  func run() async throws {
    var examination = Examination(folder: folder, now: SystemClock().now)
    examination.files()
    examination.space()
    do {
      let open = try await folder.open()
      try await examination.database(open)
      try open.engine.close()
    } catch let error as ArchiveError {
      // In use is no illness: what is running keeps it in order.
      guard case .owned = error else { throw error }
      examination.add(.good, "\(error)")
    }
    try Finding.write(examination.lines)
    if examination.isIll { throw ExitCode(65) }
  }
}

/// What was looked at, line by line.
struct Examination {
  /// How a part is.
  enum State: String {
    case good = "good   "
    case warning = "warning"
    case fault = "FAULT  "
  }

  let folder: DataOptions
  let now: Instant
  private(set) var lines: [String] = []
  private(set) var isIll = false

  init(folder: DataOptions, now: Instant) {
    self.folder = folder
    self.now = now
  }

  mutating func add(_ state: State, _ words: String) {
    lines.append("\(state.rawValue)  \(words)")
    if state == .fault { isIll = true }
  }

  /// Nobody but the owner may read them, and the keys are kept apart.
  mutating func files() {
    for path in [folder.data.path, folder.data.records, folder.keyFile.path] {
      guard let status = FileStatus(path) else {
        add(.fault, "\(path) is missing; restore it")
        continue
      }
      if status.isClosedToOthers {
        add(.good, "\(path) is its owner's alone")
      } else {
        let mode = status.isFolder ? "700" : "600"
        add(.fault, "others than its owner may use \(path); chmod \(mode) it")
      }
    }
    if folder.keys == nil {
      add(.warning, "the key file lies beside the data; keep a copy of it in another place")
    }
  }

  /// Below twice the reserve nothing new is stored.
  mutating func space() {
    guard let space = FreeSpace(in: folder.data.path) else { return }
    let words = "\(space.bytes / 1_000_000) MB free, \(Int(100 * space.share)) %"
    if space.bytes < FreeSpace.least {
      add(.fault, "\(words): nothing new can be stored; free space on the disk")
    } else {
      add(space.share < 0.05 ? .warning : .good, words)
    }
  }

  mutating func database(_ open: OpenData) async throws {
    let condition = try await open.engine.condition()
    add(.good, "the key file belongs to the data")
    add(
      condition.layout == Schema.layout ? .good : .fault,
      "layout \(condition.layout) of \(Schema.layout)")
    let isThrough = condition.synchronous == 2 && condition.secureDelete == 1
    add(isThrough ? .good : .fault, "commits are written through, what is deleted is wiped")
    if condition.needsSingleOwner {
      add(
        .warning,
        "SQLite \(condition.version) can damage a file that two processes write (mended in 3.51.3); "
          + "never open records.db with another program while this one runs")
    } else {
      add(.good, "SQLite \(condition.version)")
    }
    try await backups(of: open.archive)
    try await clock(of: open.archive)
  }

  private mutating func backups(of archive: Archive) async throws {
    guard let last = try await archive.latest(.finishBackup) else {
      return add(.warning, "no backup was ever made to its end; anamnesis backup --help")
    }
    let hours = (now.milliseconds - last.at.milliseconds) / 3_600_000
    add(hours > 26 ? .warning : .good, "the last backup is \(hours) hours old")
  }

  /// A clock that went back gives wrong times to what comes now.
  private mutating func clock(of archive: Archive) async throws {
    guard let last = try await archive.latest(nil) else { return }
    let isBehind = last.at.milliseconds > now.milliseconds + 60_000
    add(
      isBehind ? .fault : .good,
      isBehind
        ? "the clock is behind: the last event was at \(last.at); set it" : "the clock goes on"
    )
  }
}
