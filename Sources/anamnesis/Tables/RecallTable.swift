import Interchange
import MemoryScience

/// Free recall of several people, read from a CSV file in the layout of psifr.
struct RecallTable {
  /// What one person studied and recalled.
  struct Person {
    /// The person as the file writes it.
    let name: String
    /// The lists in the order of the file.
    let lists: [RecalledList]
    /// How many recalls were of items that were not on the list.
    let intrusions: Int
    /// How many recalls repeated an earlier one.
    let repetitions: Int
  }

  /// The people in the order of the file.
  let people: [Person]

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - options: which columns to read.
  ///   - file: where they are.
  /// - Throws: ``BadInput`` with line and column.
  init(_ options: RecallOptions, file: InputFile) throws {
    var reader = NumericTable.Reader(
      separator: options.separator, numbers: ["position"] + [options.valence].compactMap(\.self),
      texts: ["subject", "list", "trial_type", "item"])
    let table: NumericTable
    do {
      try file.forEachChunk { try reader.read($0) }
      table = try reader.finish()
    } catch let error as InterchangeError {
      throw BadInput(file.name, error)
    }
    let rows = try RecallRows(table, valence: options.valence, file: file.name)
    people = try rows.people(options.subject)
    guard !people.isEmpty else {
      throw BadInput(
        file.name, "subject \(options.subject ?? "") is not in the file",
        cure: "write --subject as the file does")
    }
  }
}
