import Knowledge
import PatientRecord
import Time

/// Turns the rows of a file into entries, one after the other.
struct RowImport: Sendable {
  var summary = CSVImport.Summary()
  var failure: InterchangeError?
  let knowledge: Knowledge
  let writer: EntryWriter
  private(set) var columns: [BoundColumn] = []
  private let mapping: Mapping
  private var times: TimeReader?
  private var personIndex: Int?
  private var people: [String: PersonState] = [:]

  init(_ mapping: Mapping, _ knowledge: Knowledge) {
    self.mapping = mapping
    self.knowledge = knowledge
    writer = EntryWriter(source: mapping.source)
  }

  /// Takes what the reader found next.
  mutating func add(_ event: CSVEvent, _ batch: inout CSVImport.Batch) {
    guard failure == nil else { return }
    switch event {
    case .header(let names): bind(ColumnNames(names))
    case .problem(let problem):
      summary.rowsRead += 1
      refuse(problem, &batch)
    case .row(let row):
      summary.rowsRead += 1
      add(row, &batch)
    }
  }

  /// Writes what was held back until the end.
  mutating func finish(_ batch: inout CSVImport.Batch) {
    guard failure == nil else { return }
    for (person, var state) in people.sorted(by: { $0.key < $1.key }) {
      endDay(of: person, &state, &batch)
      for column in columns.indices { endPhase(column, of: person, &state, &batch) }
    }
    people = [:]
  }

  private mutating func bind(_ names: ColumnNames) {
    do throws(InterchangeError) {
      times = try TimeReader(mapping, names: names)
      if let column = mapping.person.column {
        personIndex = try names.index(of: column, place: "mapping, person")
      }
      for rule in mapping.columns {
        columns.append(try BoundColumn(rule, names: names, missing: mapping.missing))
      }
    } catch {
      failure = error
    }
  }

  private mutating func refuse(_ problem: Problem, _ batch: inout CSVImport.Batch) {
    summary.rowsRefused += 1
    batch.problems.append(problem)
  }

  private mutating func add(_ row: CSVRow, _ batch: inout CSVImport.Batch) {
    do throws(Unreadable) {
      let person = try person(of: row)
      guard let time = try times?.time(of: row) else { return }
      summary.rowsImported += 1
      // Taken out, so that its parts change in place.
      var state = people.removeValue(forKey: person) ?? PersonState()
      add(row, of: person, at: time, &state, &batch)
      people[person] = state
      summary.people = people.count
    } catch {
      refuse(error.at(line: row.line), &batch)
    }
  }

  private func person(of row: CSVRow) throws(Unreadable) -> String {
    switch mapping.person {
    case .fixed(let person): return person
    case .column(let column):
      let text = row[personIndex ?? 0].trimmed
      guard let name = try? Name(text) else {
        throw Unreadable(
          column: column, text.isEmpty ? "the row names no person" : "this is no identifier",
          cure: "write an identifier of 1 to \(Name.limit) characters")
      }
      return name.text
    }
  }
}
