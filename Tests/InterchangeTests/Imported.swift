import Knowledge
import PatientRecord

@testable import Interchange

/// Everything an import says about a text, in a form that tests can write down.
struct Imported {
  // Loaded once for all tests.
  private static let knowledge = Result { try Knowledge.bundled() }

  var entries: [Entry] = []
  var problems: [String] = []
  var summary = CSVImport.Summary()
  var failure: String?

  init(
    _ bytes: [UInt8], _ mapping: Mapping, chunk: Int = .max, isStrict: Bool = false
  ) throws {
    let knowledge = try Self.knowledge.get()
    do {
      var csv = try CSVImport(mapping: mapping, knowledge: knowledge, isStrict: isStrict)
      var rest = bytes[...]
      while !rest.isEmpty {
        add(try csv.consume(rest.prefix(chunk)))
        rest = rest.dropFirst(min(chunk, rest.count))
      }
      add(try csv.finish())
      summary = csv.summary
    } catch {
      failure = "\(error)"
    }
  }

  init(_ text: String, _ mapping: String, isStrict: Bool = false) throws {
    try self.init(Array(text.utf8), try Mapping(mapping), isStrict: isStrict)
  }

  private mutating func add(_ batch: CSVImport.Batch) {
    entries += batch.entries
    problems += batch.problems.map(\.description)
  }

  /// The ratings of one item with the start of their entries.
  func ratings(_ item: CheckInItemID) -> [(occurred: Occurrence, value: Double)] {
    entries.flatMap { entry -> [(Occurrence, Double)] in
      guard case .checkIn(let checkIn) = entry.fact else { return [] }
      return checkIn.ratings.filter { $0.item == item }.map { (entry.occurred, $0.rating.value) }
    }
  }

  var checkIns: [CheckIn] {
    entries.compactMap { if case .checkIn(let fact) = $0.fact { fact } else { nil } }
  }

  var doseSteps: [(occurred: Occurrence, step: DoseStep)] {
    entries.compactMap { entry in
      guard case .doseStep(let step) = entry.fact else { return nil }
      return (entry.occurred, step)
    }
  }

  var courses: [(occurred: Occurrence, course: Course)] {
    entries.compactMap { entry in
      guard case .course(let course) = entry.fact else { return nil }
      return (entry.occurred, course)
    }
  }

  var nights: [(occurred: Occurrence, sleep: Sleep)] {
    entries.compactMap { entry in
      guard case .sleep(let sleep) = entry.fact else { return nil }
      return (entry.occurred, sleep)
    }
  }

  var responses: [Response] {
    entries.compactMap { if case .response(let fact) = $0.fact { fact } else { nil } }
  }
}
