import JSON
import MemoryScience

/// One analysis of recall, ready to be written.
struct RecallSection {
  /// A bin of one person.
  struct Cell {
    let actual: Double
    let possible: Double
    let value: Double?
    let interval: RecallInterval
  }

  /// One person.
  struct Person {
    let subject: String
    let lists: Int
    let cells: [Cell]
  }

  let measure: RecallMeasure
  /// What a bin is called.
  let binName: String
  /// The bins as text.
  let bins: [String]
  /// The fields of the bins in JSON.
  let fields: [[(String, JSONValue)]]
  let group: [GroupMean]
  /// Nobody unless people are shown.
  let people: [Person]
  /// What more there is to say.
  var notes: [String] = []

  /// Gathers an analysis.
  ///
  /// - Parameters:
  ///   - measure: which one.
  ///   - analysis: its result.
  ///   - command: the options.
  ///   - showsPeople: whether each person is shown.
  ///   - binName: what a bin is called in a table.
  ///   - fields: the names and values of a bin.
  /// - Throws: `MemoryScienceError` for options outside their range.
  init<Bin>(
    _ measure: RecallMeasure, _ analysis: RecallAnalysis<Bin>, _ command: RecallCommand,
    showsPeople: Bool, binName: String, fields: (Bin) -> [(String, JSONValue)]
  ) throws {
    self.measure = measure
    self.binName = binName
    self.fields = analysis.bins.map(fields)
    bins = self.fields.map { $0.map { Self.text($0.1) }.joined(separator: " > ") }
    group = try analysis.group(level: command.level)
    people =
      showsPeople
      ? try analysis.people.map { try Self.person($0, analysis, command) } : []
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): number.value.short
    default: ""
    }
  }

  private static func person<Bin>(
    _ person: RecallAnalysis<Bin>.Person, _ analysis: RecallAnalysis<Bin>, _ command: RecallCommand
  ) throws -> Person {
    var intervals: [RecallInterval]
    do throws(MemoryScienceError) {
      intervals = try analysis.intervals(
        for: person.subject, method: command.interval.method, level: command.level,
        replicates: command.replicates, seed: command.seed)
    } catch {
      guard case .tooFew = error else { throw error }
      intervals = person.cells.map { _ in .unknown("\(error)") }
    }
    return Person(
      subject: person.subject, lists: person.lists,
      cells: zip(person.cells, intervals).map {
        Cell(actual: $0.actual, possible: $0.possible, value: $0.value, interval: $1)
      })
  }

  var json: JSONValue {
    var object = JSONObject()
    object["analysis"] = .string(measure.rawValue)
    object["meaning"] = .string(measure.meaning)
    object["group"] = .array(zip(fields, group).map { Self.json($0, $1) })
    if !people.isEmpty { object["subjects"] = .array(people.map(json)) }
    if !notes.isEmpty { object["notes"] = .array(notes.map { .string($0) }) }
    return .object(object)
  }

  private static func json(_ fields: [(String, JSONValue)], _ mean: GroupMean) -> JSONValue {
    var object = JSONObject()
    for (name, value) in fields { object[name] = value }
    object["mean"] = mean.mean.flatMap { .number($0) } ?? .null
    object["standardError"] = mean.standardError.flatMap { .number($0) } ?? .null
    object["people"] = .number(mean.people)
    add(mean.interval, to: &object)
    return .object(object)
  }

  private func json(_ person: Person) -> JSONValue {
    .object([
      "subject": .string(person.subject), "lists": .number(person.lists),
      "bins": .array(
        zip(fields, person.cells).map { fields, cell in
          var object = JSONObject()
          for (name, value) in fields { object[name] = value }
          object["value"] = cell.value.flatMap { .number($0) } ?? .null
          object["actual"] = .number(cell.actual) ?? .null
          object["possible"] = .number(cell.possible) ?? .null
          Self.add(cell.interval, to: &object)
          return .object(object)
        }),
    ])
  }

  private static func add(_ interval: RecallInterval, to object: inout JSONObject) {
    switch interval {
    case .known(let bounds):
      object["lower"] = .number(bounds.lowerBound) ?? .null
      object["upper"] = .number(bounds.upperBound) ?? .null
    case .unknown(let reason):
      object["lower"] = .null
      object["upper"] = .null
      object["noInterval"] = .string(reason)
    }
  }
}
