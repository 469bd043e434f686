import ArgumentParser
import Foundation

/// A file to write, or `-` for the standard output.
///
/// A file appears under its name only when it is complete, as ``WholeFile`` has it.
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
    let file = WholeFile(path)
    let interruption = Interruption { unlink(file.partial) }
    defer { withExtendedLifetime(interruption) {} }
    try file.write(body)
  }

  /// Writes to what is no regular file, such as a pipe or `/dev/null`.
  private func writeInPlace(_ body: (inout ByteSink) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFault.current(path) }
    defer { close(descriptor) }
    try fill(descriptor, body)
  }

  private func fill(_ descriptor: Int32, _ body: (inout ByteSink) throws -> Void) throws {
    var sink = ByteSink(descriptor: descriptor, name: isStandardOutput ? "standard output" : path)
    try body(&sink)
    try sink.flush()
  }
}
