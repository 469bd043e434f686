import Foundation
import JSON
import TestKit
import Testing

@Suite struct KnowledgeCommandTests {
  private let folder = Folder()

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["knowledge"] + arguments, in: folder)
  }

  @Test func `what ships is in order and nothing of it is signed yet`() throws {
    let run = try run("check", "--format", "json")
    try #require(run.status == 0, "\(run.errors)")
    let result = try JSONValue(parsing: Array(run.output.utf8))
    #expect(result["rules"]?["errors"] == .array([]))
    #expect(result["groups"]?["U"] == nil)
    guard case .array(let unsigned) = result["unsigned"] else {
      Issue.record("nothing says what is unsigned")
      return
    }
    #expect(unsigned.contains(.string("rules/safety.yaml")))
    let text = try self.run("check").output
    #expect(text.contains("not yet second-read") && text.contains("signed by a reviewer: 0;"))
  }

  @Test func `each resource is listed with its checksum`() throws {
    let result = try JSONValue(parsing: Array(run("list", "--format", "json").output.utf8))
    guard case .array(let resources) = result["resources"] else {
      Issue.record("nothing is listed")
      return
    }
    let path = "Sources/Knowledge/Resources/contacts.yaml"
    let sum = try Program.shell(
      "sha256sum '\(SharedData.checkout.appending(path: path).path)'", in: folder)
    let contacts = resources.first { $0["name"] == .string("contacts.yaml") }
    #expect(contacts?["sha256"] == .string(String(sum.output.prefix(64))))
  }

  @Test func `the pages written are those in docs and old ones are removed`() throws {
    try folder.makeFolder("out/clinical-content")
    try folder.write("old", to: "out/clinical-content/gone.md")
    let run = try run("docs", "--output", "out")
    try #require(run.status == 0, "\(run.errors)")
    let difference = try Program.shell(
      """
      diff -r out/clinical-content '\(SharedData.checkout.path)/docs/clinical-content' &&
      diff out/clinical-content.md '\(SharedData.checkout.path)/docs/clinical-content.md'
      """, in: folder)
    #expect(difference.status == 0, "\(difference.output.prefix(1000))")
  }

  /// A copy of the program with its resources, so that no other test sees the snapshot.
  @Test func `a snapshot makes no difference, and a resource changed after it is read as YAML`()
    throws
  {
    let program = try Program.url().deletingLastPathComponent().path
    let run = try Program.shell(
      """
      cp '\(program)/anamnesis' . && cp -r '\(program)'/anamnesis_*.resources . &&
      rm -f anamnesis_Knowledge.resources/knowledge.snapshot
      ./anamnesis rules list > yaml && ./anamnesis knowledge compile > /dev/null
      ./anamnesis rules list > snapshot && cmp yaml snapshot && echo same
      ./anamnesis knowledge check | grep '^snapshot'
      safety=anamnesis_Knowledge.resources/Resources/rules/safety.yaml
      chmod u+w $safety; sed -i 's/^title: .*/title: A title of our own/' $safety
      ./anamnesis rules list | grep -c 'A title of our own'
      ./anamnesis knowledge check | grep '^snapshot'
      sed -i 's/^title: /titel: /' $safety
      ./anamnesis rules list 2>&1 | head -n 1
      ./anamnesis knowledge check 2>&1; echo $?
      """, in: folder)
    #expect(
      run.lines.prefix(4) == [
        "same", "snapshot: up to date", "1",
        "snapshot: 1 of \(try resources()) changed since and are read as YAML; compile anew",
      ])
    let error =
      "rules/safety.yaml: line 7: safety: titel: the key 'titel' is not known here; remove it or correct its spelling"
    #expect(run.lines.dropFirst(4).first?.hasSuffix(error) == true, "\(run.lines)")
    #expect(run.lines.suffix(2) == ["error: \(error)", "65"])
  }

  private func resources() throws -> Int {
    let path = SharedData.checkout.appending(path: "Sources/Knowledge/Resources").path
    return try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".yaml") }.count
  }
}
