import Foundation
import Testing

@Suite struct OutputTests {
  private let folder = Folder()

  init() throws {
    try folder.write(Samples.mapping, to: "map.yaml")
    try folder.write(Samples.diary, to: "diary.csv")
  }

  private func run(_ output: String, _ more: String...) throws -> Program.Run {
    try Program.run(
      ["import", "diary.csv", "--mapping", "map.yaml", "--quiet", "--output", output] + more,
      in: folder)
  }

  @Test func `a file that exists is kept`() throws {
    try folder.write("mine", to: "record.ndjson")
    let run = try run("record.ndjson")
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: record.ndjson: the file exists; give --force to replace it, or another name\n")
    #expect(try folder.text("record.ndjson") == "mine")
  }

  @Test func `a file that exists is replaced when forced`() throws {
    try folder.write("mine", to: "record.ndjson")
    #expect(try run("record.ndjson", "--force").status == 0)
    #expect(try folder.text("record.ndjson").hasPrefix(#"{"v":1,"#))
  }

  @Test(arguments: ["diary.csv", "./diary.csv", "link.csv", "map.yaml"])
  func `an input is never overwritten`(output: String) throws {
    try FileManager.default.createSymbolicLink(
      at: folder.file("link.csv"), withDestinationURL: folder.file("diary.csv"))
    let run = try run(output, "--force")
    #expect(run.status == 64)
    #expect(run.errors == "Error: \(output): this is also an input; write to another file\n")
    #expect(try folder.text("diary.csv") == Samples.diary)
    #expect(try folder.text("map.yaml") == Samples.mapping)
  }

  @Test func `a link stays a link`() throws {
    try folder.write("old", to: "record.ndjson")
    try FileManager.default.createSymbolicLink(
      at: folder.file("link"), withDestinationURL: folder.file("record.ndjson"))
    #expect(try run("link", "--force").status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: folder.file("link").path)[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
    #expect(try folder.text("record.ndjson").hasPrefix(#"{"v":1,"#))
  }

  @Test(arguments: [
    ("nowhere/record.ndjson", "its folder does not exist; create the folder first"),
    ("diary.csv/record.ndjson", "its folder is a file; name another folder"),
    (".", "this is a folder; name a file in it"),
  ])
  func `a place that cannot be written to is named`(output: String, message: String) throws {
    let run = try run(output)
    #expect(run.status == 64)
    #expect(run.errors == "Error: \(output): \(message)\n")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a folder that may not be written to is named`() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
    }
    let run = try run("record.ndjson")
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: record.ndjson: its folder may not be written to; name another folder\n")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
  func `a full disk is named`() throws {
    let run = try run("/dev/full")
    #expect(run.status == 64)
    #expect(
      run.errors == "Error: /dev/full: no space left on device; free space or write elsewhere\n")
  }

  @Test func `a record can be read by its owner alone`() throws {
    _ = try run("record.ndjson")
    let path = folder.file("record.ndjson").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `nothing but the record is left`() throws {
    _ = try run("record.ndjson")
    #expect(folder.names == ["diary.csv", "map.yaml", "record.ndjson"])
  }

  @Test(arguments: ["TERM", "HUP"])
  func `an import that is stopped leaves nothing`(signal: String) throws {
    let run = try Program.shell(
      #"""
      mkfifo rows; exec 3<>rows
      "$anamnesis" import rows --mapping map.yaml --output record.ndjson 3<&- &
      printf 't,mood\n2026-03-01T07:30,5\n' >&3
      until ls .record.ndjson.*.partial >/dev/null 2>&1; do
        kill -0 $! 2>/dev/null || { echo "the import ended before it wrote"; exit 1; }
        sleep 0.02
      done
      kill -\#(signal) $!; wait $!; echo $(($? > 128))
      """#, in: folder)
    #expect(run.lines.last == "1")
    #expect(folder.names == ["diary.csv", "map.yaml", "rows"])
  }

  @Test(arguments: ["simulate person --days 3660 --output -", "help import", "--help"])
  func `a reader that leaves early is no error`(command: String) throws {
    let run = try Program.shell(
      #""$anamnesis" \#(command) | head -c 1 >/dev/null; echo "${PIPESTATUS[0]}""#, in: folder)
    #expect(run.output == "0\n")
    #expect(run.errors == "")
  }
}
