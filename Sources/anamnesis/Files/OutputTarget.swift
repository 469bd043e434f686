import ArgumentParser
import Foundation

/// A file to write, or `-` for the standard output.
///
/// A file appears under its name only when it is complete: it is written beside its place and then
/// moved there. New files can be read by their owner alone, since they hold what patients said.
struct OutputTarget: ExpressibleByArgument, CustomStringConvertible {
  let path: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  static let standardOutput = OutputTarget()

  private init() { path = "-" }

  static var defaultCompletionKind: CompletionKind { .file() }

  var description: String { path }

  /// Whether this is the standard output.
  var isStandardOutput: Bool { path == "-" }

  /// Refuses a target that is in use, before any work is done.
  ///
  /// - Parameters:
  ///   - inputs: the files that are read.
  ///   - canReplace: whether a file that exists may be replaced.
  /// - Throws: ``BadInput``.
  func check(against inputs: [InputFile], canReplace: Bool) throws {
    guard !isStandardOutput, let own = FileStatus(path) else { return }
    if own.isFolder { throw BadInput(path, "this is a folder", cure: "name a file in it") }
    for input in inputs where FileStatus(input.path)?.isSameFile(as: own) == true {
      throw BadInput(path, "this is also an input", cure: "write to another file")
    }
    if own.isRegular, !canReplace {
      throw BadInput(path, "the file exists", cure: "give --force to replace it, or another name")
    }
  }

  /// Writes the whole output.
  ///
  /// - Parameter body: writes to the sink; when it throws, nothing is left behind.
  /// - Throws: ``BadInput`` when the output cannot be written, and what `body` throws.
  func write(_ body: (inout ByteSink) throws -> Void) throws {
    if isStandardOutput { return try fill(STDOUT_FILENO, body) }
    if let status = FileStatus(path), !status.isRegular {
      return try writeInPlace(body)
    }
    // The name of a link stays; what it points to is replaced.
    let place = URL(filePath: path).resolvingSymlinksInPath()
    let partial = place.deletingLastPathComponent()
      .appending(path: ".\(place.lastPathComponent).\(getpid()).partial").path
    let interruption = Interruption { unlink(partial) }
    defer { withExtendedLifetime(interruption) {} }
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault }
    do {
      defer { close(descriptor) }
      try fill(descriptor, body)
      guard fsync(descriptor) == 0 else { throw fault }
      guard rename(partial, place.path) == 0 else { throw fault }
    } catch {
      unlink(partial)
      throw error
    }
  }

  /// Writes to what is no regular file, such as a pipe or `/dev/null`.
  private func writeInPlace(_ body: (inout ByteSink) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault }
    defer { close(descriptor) }
    try fill(descriptor, body)
  }

  private func fill(_ descriptor: Int32, _ body: (inout ByteSink) throws -> Void) throws {
    var sink = ByteSink(descriptor: descriptor, name: isStandardOutput ? "standard output" : path)
    try body(&sink)
    try sink.flush()
  }

  private var fault: BadInput {
    switch errno {
    case ENOENT: BadInput(path, "its folder does not exist", cure: "create the folder first")
    case ENOTDIR: BadInput(path, "its folder is a file", cure: "name another folder")
    case EACCES, EPERM, EROFS:
      BadInput(path, "its folder may not be written to", cure: "name another folder")
    default: BadInput(path, SystemFault.current, cure: "write to another place")
    }
  }
}
