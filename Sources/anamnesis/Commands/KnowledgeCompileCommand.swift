import ArgumentParser
import Foundation
import Knowledge

/// `anamnesis knowledge compile`
struct KnowledgeCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Write the snapshot that spares the program reading YAML when it starts.",
    discussion: """
      The snapshot lies beside the resources and holds the checksum of each. A resource that changed \
      afterwards is read as YAML, so that the snapshot can make nothing but the start wrong: run this \
      once after a build or an installation. `anamnesis knowledge check` says whether it is up to date.
      """)

  @Option(help: "Where to write it; beside the resources unless given.")
  var output: OutputTarget?

  func run() throws {
    let documents = try KnowledgeDocument.everyResource()
    let bytes = try KnowledgeSnapshot(of: documents).bytes
    let path = KnowledgeDocument.snapshotPath
    guard let target = output ?? OutputTarget(argument: path) else { return }
    try target.write { try $0.write(bytes) }
    Summary(target).add(
      "\(counted(documents.count, "resource")), \(bytes.count) bytes: \(target.path)")
  }
}
