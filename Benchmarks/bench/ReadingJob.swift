import Knowledge
import PatientRecord

/// Reads a record of ten years from lines of JSON.
struct ReadingJob: Job {
  private let bytes: [UInt8]

  init(argument: String) throws {
    guard let count = Int(argument), count > 0 else { throw BenchError.argument(argument) }
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    let record = try TenYears(count: count, knowledge: knowledge)
    bytes = try record.entries.flatMap { Array(try RecordCodec.encode($0).utf8) + [10] }
  }

  func run() throws -> Double {
    let lines = RecordReader.lines(of: bytes)
    return Double(try lines.map { try $0.get() }.count)
  }
}
