import ArgumentParser
import Interchange
import MemoryScience
import Time

/// How days between reviews are counted.
enum DayCount: String, CaseIterable, ExpressibleByArgument {
  case fractional
  case calendar
  case whole

  var convention: MemoryModel.Convention {
    switch self {
    case .fractional: .scheduling
    case .calendar: .fsrsRS
    case .whole: .pyFSRS
    }
  }
}

/// What the commands about a log of practice are told.
struct PracticeOptions: ParsableArguments {
  @Argument(help: "The CSV file, its first line naming the columns; - reads the standard input.")
  var file: InputFile

  @Option(help: ArgumentHelp("The column of memories, by any name.", valueName: "column"))
  var card = "card"

  @Option(
    help: ArgumentHelp(
      """
      The column of times: with an offset, such as 2026-03-01T07:30:00Z, or dates, or numbers of days.
      """, valueName: "column"))
  var time = "time"

  @Option(help: ArgumentHelp("The column of grades, 1 to 4.", valueName: "column"))
  var grade = "grade"

  @Option(help: "The character between fields.")
  var separator = Separator.comma

  @Option(help: "How days between reviews are counted; calendar is as fsrs-rs, whole as py-fsrs.")
  var days = DayCount.fractional

  @Flag(help: "Count along on the standard error, as happens by itself on a terminal.")
  var progress = false

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  /// A counter for long work.
  func counter(of noun: String) -> Progress {
    Progress(of: noun, every: 1, isShown: progress || StandardError.isTerminal)
  }

  /// Reads the log.
  ///
  /// - Returns: the reviews.
  /// - Throws: ``BadInput`` with file, line and column.
  func log() throws -> PracticeLog {
    let table = try table()
    var places: [String: Int] = [:]
    var reviews: [PracticeReview] = []
    reviews.reserveCapacity(table.rowCount)
    let (cards, times) = (table.texts[card] ?? [], table.texts[time] ?? [])
    for (row, grade) in (table.numbers[grade] ?? []).enumerated() {
      let line = table.lines[row]
      guard !cards[row].allSatisfy(\.isWhitespace) else {
        throw BadInput(place(line, card), "the cell is empty", cure: "say which memory it was")
      }
      reviews.append(
        PracticeReview(
          card: places[cards[row], default: places.count],
          time: try milliseconds(times[row], line), grade: try grading(grade, line)))
      if places[cards[row]] == nil { places[cards[row]] = places.count }
    }
    do {
      return try PracticeLog(reviews)
    } catch {
      throw BadInput(file.name, error)
    }
  }

  private func table() throws -> NumericTable {
    guard Set([card, time, grade]).count == 3 else {
      throw ValidationError("A column is named twice; each can play one part.")
    }
    var reader = NumericTable.Reader(separator: separator, numbers: [grade], texts: [card, time])
    do {
      try file.forEachChunk { try reader.read($0) }
      return try reader.finish()
    } catch let error as InterchangeError {
      throw BadInput(file.name, error)
    }
  }

  private func grading(_ number: Double?, _ line: Int) throws -> PracticeGrade {
    guard let number, let whole = Int(exactly: number),
      let grade = PracticeGrade(rawValue: whole)
    else {
      throw BadInput(
        place(line, grade), number.map { "\($0.short) is no grade" } ?? "the grade is missing",
        cure: "write 1 (again), 2 (hard), 3 (good) or 4 (easy)")
    }
    return grade
  }

  private func milliseconds(_ text: String, _ line: Int) throws -> Int {
    if let instant = Instant(text) { return Int(instant.milliseconds) }
    let day = Double(PracticeReview.millisecondsPerDay)
    if let moment = Moment(text), abs(moment.order) <= 1e8 {
      return Int((moment.order * day).rounded())
    }
    throw BadInput(
      place(line, time), "\"\(text.prefix(40))\" is no time",
      cure: "write 2026-03-01T07:30:00Z, a date, or a number of days of at most 100 million")
  }

  private func place(_ line: Int, _ column: String) -> String {
    "\(file.name): line \(line), column \(column)"
  }
}
