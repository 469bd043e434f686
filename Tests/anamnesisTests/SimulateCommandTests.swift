import Foundation
import Testing

@Suite struct SimulateCommandTests {
  private let folder = Folder()

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["simulate", "person", "--output", "-"] + arguments, in: folder)
  }

  @Test func `the same seed gives the same record, another one another`() throws {
    let first = try run("--days", "20", "--seed", "3")
    #expect(first.status == 0)
    #expect(first.lines.count > 10)
    #expect(try run("--days", "20", "--seed", "3").output == first.output)
    #expect(try run("--days", "20", "--seed", "4").output != first.output)
  }

  @Test func `the record begins on the day and in the zone that were asked for`() throws {
    let run = try run("--days", "14", "--from", "2025-06-01", "--zone", "Asia/Tokyo")
    let first = try #require(run.lines.first)
    #expect(first.contains(#""zone":"Asia/Tokyo""#))
    #expect(!run.output.contains(#""at":"2026"#))
    #expect(run.output.contains(#""at":"2025-06"#))
  }

  @Test(arguments: [
    (["--days", "13"], "Error: --days: write a number from 14 to 3660."),
    (["--days", "x"], "Error: The value 'x' is invalid for '--days <days>'"),
    (["--seed=-1"], "Error: The value '-1' is invalid for '--seed <seed>'"),
    (["--from", "2026-02-30"], "Error: The value '2026-02-30' is invalid for '--from <date>'"),
    (["--zone", "Moon/Base"], "Error: The value 'Moon/Base' is invalid for '--zone <zone>'"),
  ])
  func `options out of range are refused`(options: [String], message: String) throws {
    let run = try Program.run(["simulate", "person", "--output", "-"] + options, in: folder)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errorLines.first == message)
  }
}
