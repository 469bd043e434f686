import Foundation
import Testing

@Suite struct FaultTests {
  @Test func `a program without its resources says that it is at fault`() throws {
    let folder = Folder()
    try FileManager.default.copyItem(at: Program.url(), to: folder.file("anamnesis"))
    let run = try Program.shell("./anamnesis simulate person --output -", in: folder)
    #expect(run.status == 70)
    #expect(run.output == "")
    #expect(run.errorLines.first?.hasPrefix("Internal error: the bundled resource ") == true)
    #expect(run.errorLines.last == "This is a fault of anamnesis. Please report it.")
  }
}
