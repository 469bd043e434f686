import JSON

/// What an analysis prints, in both of its forms.
protocol AnalysisResult {
  /// The result for programs.
  var json: JSONValue { get }
  /// The result for people, line by line.
  var lines: [String] { get }
}

extension AnalysisResult {
  /// Writes the result to the standard output.
  ///
  /// - Parameter format: in which form.
  /// - Throws: ``ClosedPipe`` when nobody reads any more.
  func print(as format: OutputFormat) throws {
    try OutputTarget.standardOutput.write { sink in
      switch format {
      case .json: try sink.writeLine(json.text(.pretty))
      case .text: for line in lines { try sink.writeLine(line) }
      }
    }
  }
}
