/// The stream for a summary: the standard output, unless the output itself goes there.
struct Summary {
  private let isOutputFree: Bool

  /// Chooses the stream.
  ///
  /// - Parameter output: where the output went.
  init(_ output: OutputTarget) {
    isOutputFree = !output.isStandardOutput
  }

  /// Writes lines; a stream that is closed is no reason to fail after the work is done.
  func add(_ lines: String...) { add(lines) }

  /// Writes lines; a stream that is closed is no reason to fail after the work is done.
  func add(_ lines: [String]) {
    let text = lines.map { $0 + "\n" }.joined()
    if isOutputFree {
      try? OutputTarget.standardOutput.write { try $0.write(text) }
    } else {
      StandardError.write(text)
    }
  }
}
