import ArgumentParser
import Foundation

/// A file to read, or `-` for the standard input.
struct InputFile: ExpressibleByArgument {
  let path: String

  /// Names a file.
  init(path: String) { self.path = path }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  static var defaultCompletionKind: CompletionKind { .file() }

  /// What the file is called in messages.
  var name: String { path == "-" ? "standard input" : path }

  /// Reads the file in pieces of a bounded size.
  ///
  /// - Parameter body: takes each piece.
  /// - Throws: ``BadInput`` when the file cannot be read, and what `body` throws.
  func forEachChunk(_ body: ([UInt8]) throws -> Void) throws {
    let descriptor = try opened()
    defer { if path != "-" { close(descriptor) } }
    while let chunk = try nextChunk(of: descriptor) { try body(chunk) }
  }

  /// Reads the file in pieces of a bounded size, for work that waits.
  ///
  /// - Parameter body: takes each piece.
  /// - Throws: ``BadInput`` when the file cannot be read, and what `body` throws.
  func forEachChunk(_ body: ([UInt8]) async throws -> Void) async throws {
    let descriptor = try opened()
    defer { if path != "-" { close(descriptor) } }
    while let chunk = try nextChunk(of: descriptor) { try await body(chunk) }
  }

  /// Reads a small text file as a whole.
  ///
  /// - Parameter limit: the most bytes it may hold.
  /// - Returns: its text.
  /// - Throws: ``BadInput`` when it cannot be read, is too long or is no text.
  func text(limit: Int = 1 << 20) throws -> String {
    var bytes: [UInt8] = []
    try forEachChunk { chunk in
      bytes += chunk
      guard bytes.count <= limit else {
        throw BadInput(name, "the file is longer than \(limit) bytes", cure: "name another file")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BadInput(name, "the file is no text", cure: "save it as UTF-8 text")
    }
    return text
  }

  /// The next bytes; nil at the end.
  private func nextChunk(of descriptor: Int32) throws -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { return Array(buffer[..<count]) }
      if count == 0 { return nil }
      guard errno == EINTR else { throw fault }
    }
  }

  private func opened() throws -> Int32 {
    guard path != "-" else { return STDIN_FILENO }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw BadInput(path, "this is a folder", cure: "name a file in it")
    }
    return descriptor
  }

  private var fault: BadInput {
    switch errno {
    case ENOENT: BadInput(name, "there is no such file", cure: "check the path")
    case EACCES: BadInput(name, "the file may not be read", cure: "ask for permission to read it")
    default: BadInput(name, SystemFault.current, cure: "name another file")
    }
  }
}
