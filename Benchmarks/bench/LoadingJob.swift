import Knowledge

/// Loads all clinical knowledge from the files that ship; the argument is `yaml` or `snapshot`.
///
/// The answer is how many instruments, medicines and rules there are.
struct LoadingJob: Job {
  /// The file of the snapshot; nil to read the YAML.
  private let snapshot: [UInt8]?

  init(argument: String) throws {
    switch argument {
    case "yaml": snapshot = nil
    case "snapshot": snapshot = try KnowledgeSnapshot(of: KnowledgeDocument.everyResource()).bytes
    default: throw BenchError.argument("\(argument): say yaml or snapshot")
    }
  }

  func run() throws -> Double {
    var documents = try KnowledgeDocument.bundled()
    if let snapshot {
      guard let read = KnowledgeSnapshot(bytes: snapshot) else {
        throw BenchError.argument("the snapshot cannot be read")
      }
      documents = documents.map(read.attached)
    } else {
      // Without what a snapshot beside the resources may hold.
      documents = documents.map { KnowledgeDocument(name: $0.name, text: $0.text) }
    }
    let knowledge = try Knowledge(documents: documents)
    return Double(
      knowledge.instruments.count + knowledge.medicines.medicines.count
        + knowledge.rules.rules.count)
  }
}
