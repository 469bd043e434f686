import ArgumentParser
import Foundation
import Knowledge

/// `anamnesis knowledge docs`
struct KnowledgeDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Write every rule and number with source, certainty and review date, ready to sign.",
    discussion: """
      Writes clinical-content.md and a folder clinical-content beside it, one page for each family of \
      resources. Pages in that folder that no family has any more are removed.
      """)

  @Option(help: ArgumentHelp("The folder of documentation.", valueName: "folder"))
  var output = "docs"

  func run() throws {
    let pages = try ContentPage.bundled()
    let folder = URL(filePath: output)
    let family = folder.appending(path: "clinical-content")
    do {
      try FileManager.default.createDirectory(at: family, withIntermediateDirectories: true)
      let kept = Set(pages.map { folder.appending(path: $0.path).lastPathComponent })
      for name in try FileManager.default.contentsOfDirectory(atPath: family.path)
      where name.hasSuffix(".md") && !kept.contains(name) {
        try FileManager.default.removeItem(at: family.appending(path: name))
      }
    } catch {
      throw BadInput(output, "the folder cannot be written to", cure: "name another folder")
    }
    for page in pages {
      guard let target = OutputTarget(argument: folder.appending(path: page.path).path) else {
        continue
      }
      try target.write { try $0.write(page.text) }
    }
    try OutputTarget.standardOutput.write { sink in
      try sink.writeLine("\(counted(pages.count, "page")) written to \(output)")
    }
  }
}
