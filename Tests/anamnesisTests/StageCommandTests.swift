import Foundation
import JSON
import TestKit
import Testing

@Suite struct StageCommandTests {
  private let folder = Folder()

  /// The example of the page on the command line.
  private func example() throws -> String {
    let page = try String(
      contentsOf: SharedData.checkout.appending(path: "docs/command-line.md"), encoding: .utf8)
    let section = try #require(page.split(separator: "## `anamnesis stage`").last)
    return String(try #require(section.firstMatch(of: #/```yaml\n((?s).*?)```/#)).1)
  }

  @Test func `the example of the page is staged, with its audience first`() throws {
    try folder.write(try example(), to: "trials.yaml")
    let run = try Program.run(["stage", "trials.yaml"], in: folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.lines.first?.hasPrefix("For clinicians") == true)
    #expect(
      run.lines.contains("  first: adequate; source: pharmacy"))
    #expect(
      run.lines.contains(
        "  fluvoxamine: cannot tell: missing adherence; source: patient"))
    #expect(run.lines.contains("Thase and Rush: stage I"))
    #expect(
      run.lines.contains("  mirtazapine: not counted: not tolerated"))
    #expect(run.output.contains("not yet second-read"))
  }

  @Test func `text and JSON say the same`() throws {
    try folder.write(try example(), to: "trials.yaml")
    let run = try Program.run(["stage", "trials.yaml", "--format", "json"], in: folder)
    try #require(run.status == 0)
    let json = try JSONValue(parsing: Array(run.output.utf8))
    #expect(json["trials"]?[0]?["adequacy"] == .string("adequate"))
    #expect(json["resistance"]?["verdict"] == .string("cannotTell"))
    #expect(json["methods"]?[1]?["method"] == .string("maudsley"))
    #expect(json["methods"]?[1]?["outcome"]?["low"]?["label"] != nil)
    #expect(json["methods"]?[0]?["trials"]?[2]?["status"] == .string("notCounted"))
  }

  @Test func `a fault names file, line, field and cure`() throws {
    try folder.write("trials:\n  - treatment: sertralin\n", to: "trials.yaml")
    let run = try Program.run(["stage", "trials.yaml"], in: folder)
    #expect(run.status == 64 && run.output == "")
    #expect(
      run.errors == """
        Error: trials.yaml: trials file line 2, trials.1.treatment: "sertralin" is in no record of \
        medicines or treatments; did you mean sertraline? write its generic name, or other: \
        "sertralin" to keep it as it is

        """)
  }
}
