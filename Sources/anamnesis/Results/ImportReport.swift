import Interchange

/// What `anamnesis import` tells about its work.
struct ImportReport {
  let file: String
  /// Whether all problems go to a file of their own.
  let problemsAreWritten: Bool
  let isQuiet: Bool
  private var progress: Progress
  private var summary: CSVImport.Summary
  private var listed = 0
  private var problemCount = 0

  /// How many problems are shown.
  static let shown = 20

  /// Starts a report.
  ///
  /// - Parameters:
  ///   - file: what the input is called.
  ///   - summary: the counts before the first row.
  ///   - problemsAreWritten: whether all problems go to a file of their own.
  ///   - isQuiet: whether only errors are told.
  ///   - progress: counts the rows.
  init(
    file: String, summary: CSVImport.Summary, problemsAreWritten: Bool, isQuiet: Bool,
    progress: Progress
  ) {
    self.file = file
    self.summary = summary
    self.problemsAreWritten = problemsAreWritten
    self.isQuiet = isQuiet
    self.progress = progress
  }

  /// Takes note of a part of the file.
  mutating func add(_ problems: [Problem], _ summary: CSVImport.Summary) {
    self.summary = summary
    problemCount += problems.count
    for problem in problems.prefix(isQuiet ? 0 : Self.shown - listed) {
      listed += 1
      StandardError.write("\(file): \(problem)\n")
    }
    progress.reached(summary.rowsRead)
  }

  /// Takes the counter away before an error is shown.
  func clear() { progress.end() }

  /// Refuses an import that took nothing.
  func refuseNothing() throws {
    guard summary.rowsImported == 0 else { return }
    clear()
    throw BadInput(
      file, "no row could be imported, of \(summary.rowsRead)",
      cure: "see the problems above: mostly the mapping's time, zone or person does not fit")
  }

  /// Says what was done.
  ///
  /// - Parameter output: where the record went; the summary never mixes with it.
  func finish(_ output: OutputTarget) {
    clear()
    guard !isQuiet else { return }
    let more = problemCount - listed
    if more > 0 {
      let advice = problemsAreWritten ? "all are in the file of problems" : "see --problems FILE"
      StandardError.write("… and \(more) more; \(advice)\n")
    }
    Summary(output).add(lines)
  }

  private var lines: [String] {
    var lines = [
      "\(counted(summary.rowsRead, "row")) read, \(summary.rowsImported) imported, "
        + "\(summary.rowsRefused) refused",
      "\(counted(summary.entriesWritten, "entry", "entries")) written, about \(counted(summary.people, "person", "people"))",
    ]
    let remarks = [
      (summary.rowsWithoutValue, "imported row", " without any value"),
      (summary.rowsRepeated, "repetition", " of the row before, written once"),
      (summary.cellsRefused, "single value", " left out"),
    ]
    lines += remarks.filter { $0.0 > 0 }.map { counted($0.0, $0.1) + $0.2 }
    lines.append(problemCount == 0 ? "no problems" : counted(problemCount, "problem"))
    return lines
  }
}
