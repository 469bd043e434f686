import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// What a run gave.
  struct Run {
    /// The exit code; the negative number of the signal when one ended the program.
    let status: Int32
    /// What stood on the standard output.
    let output: String
    /// What stood on the standard error.
    let errors: String

    /// The lines of the standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// The lines of the standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  struct Missing: Error {}

  /// Where the program is: beside the tests, whatever the folder of the build.
  static func url() throws -> URL {
    let starts: [String?] = [
      Bundle.main.executableURL?.path, CommandLine.arguments.first, "/proc/self/exe",
    ]
    let folders = starts.compactMap(\.self).map {
      URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
    }
    for folder in folders + [Bundle.main.bundleURL] {
      let program = folder.appending(path: "anamnesis")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    Issue.record("the program is not built; looked in \(folders.map(\.path))")
    throw Missing()
  }

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: what stands behind its name.
  ///   - folder: the working folder.
  ///   - input: the standard input.
  /// - Returns: what the run gave.
  /// - Throws: when the program cannot be started.
  static func run(
    _ arguments: [String], in folder: Folder, input: String = ""
  ) throws -> Run {
    try run(url(), arguments, in: folder, input: input)
  }

  /// Runs a line of shell in which `$anamnesis` is the program, for two minutes at most.
  static func shell(_ line: String, in folder: Folder) throws -> Run {
    try run(
      URL(filePath: "/usr/bin/timeout"), ["120", "bash", "-c", line], in: folder, input: "")
  }

  private static func run(
    _ executable: URL, _ arguments: [String], in folder: Folder, input: String
  ) throws -> Run {
    // Files rather than pipes: a pipe that nobody empties would stop the program.
    let streams = Folder()
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = [
      "anamnesis": try url().path, "PATH": "/usr/bin:/bin", "COLUMNS": "80",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    try streams.write(input, to: "input")
    for name in ["output", "errors"] { try streams.write("", to: name) }
    process.standardInput = try FileHandle(forReadingFrom: streams.file("input"))
    process.standardOutput = try FileHandle(forWritingTo: streams.file("output"))
    process.standardError = try FileHandle(forWritingTo: streams.file("errors"))
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    return Run(
      status: process.terminationReason == .exit ? status : -status,
      output: try streams.text("output"), errors: try streams.text("errors"))
  }
}
