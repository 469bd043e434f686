import Knowledge
import PatientRecord

/// Folds a record of ten years into a chart.
struct FoldingJob: Job {
  private let knowledge: Knowledge
  private let record: TenYears

  init(argument: String) throws {
    guard let count = Int(argument), count > 0 else { throw BenchError.argument(argument) }
    knowledge = try Knowledge(documents: KnowledgeDocument.bundled())
    record = try TenYears(count: count, knowledge: knowledge)
  }

  func run() throws -> Double {
    let chart = Chart(entries: record.entries, patient: record.patient, knowledge: knowledge)
    guard chart.problems.isEmpty else { throw BenchError.argument("\(chart.problems[0])") }
    return Double(chart.entries.count)
  }
}
