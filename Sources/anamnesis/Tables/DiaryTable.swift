import ArgumentParser
import Interchange
import MemoryScience

/// Which columns hold a diary.
struct DiaryOptions: ParsableArguments {
  @Argument(help: "The CSV file, its first line naming the columns; - reads the standard input.")
  var file: InputFile

  @Option(
    help: ArgumentHelp(
      "The column that says whose diary a row belongs to (default: one person).",
      valueName: "column"))
  var person: String?

  @Option(help: ArgumentHelp("The column of days, whole numbers.", valueName: "column"))
  var day: String

  @Option(help: ArgumentHelp("The column of hours within the day, 0 to 24.", valueName: "column"))
  var hour: String?

  @Option(
    help: ArgumentHelp(
      "The column of the number of the prompt within its day, in place of --hour.",
      valueName: "column"))
  var beep: String?

  @Option(name: .customLong("beep-hours"), help: "Hours from one prompt to the next.")
  var beepHours = 1.5

  @Option(
    help: ArgumentHelp(
      "The column of how pleasant the event since the last prompt was.", valueName: "column"))
  var event: String

  @Option(help: ArgumentHelp("The column of affect at the prompt.", valueName: "column"))
  var affect: String

  @Option(help: "The character between fields.")
  var separator = Separator.comma

  func validate() throws {
    guard hour == nil || beep == nil else {
      throw ValidationError("Give --hour or --beep, not both.")
    }
    guard 0.01...24 ~= beepHours else { throw ValidationError("--beep-hours: give 0.01 to 24.") }
  }
}

/// The diaries of a file.
struct DiaryTable {
  /// People in the order of their first row, with their prompts.
  let people: [(name: String, entries: [DiaryEntry])]
  /// How many rows have no time.
  let skipped: Int

  /// Reads the file.
  ///
  /// - Parameter options: which columns to read.
  /// - Throws: ``BadInput`` with line and column.
  init(_ options: DiaryOptions) throws {
    let table = try Self.read(options)
    let days = table.numbers[options.day] ?? []
    let times = (options.hour ?? options.beep).flatMap { table.numbers[$0] }
    let events = table.numbers[options.event] ?? []
    let affects = table.numbers[options.affect] ?? []
    let names = options.person.flatMap { table.texts[$0] }
    var order: [String] = []
    var entries: [String: [DiaryEntry]] = [:]
    var skipped = 0
    for row in table.lines.indices {
      guard let day = days[row], let time = times.map({ $0[row] }) ?? 0 else {
        skipped += 1
        continue
      }
      guard abs(day) < 1e6, day == day.rounded() else {
        throw BadInput(
          "\(options.file.name): line \(table.lines[row]), column \(options.day)",
          "\(day.short) is no whole day", cure: "number days by whole numbers below a million")
      }
      let name = names?[row] ?? "diary"
      if entries[name] == nil { order.append(name) }
      let hour = options.beep == nil ? time : (time - 1) * options.beepHours
      entries[name, default: []].append(
        DiaryEntry(hour: 24 * day + hour, event: events[row], affect: affects[row], day: Int(day)))
    }
    people = order.map { ($0, entries[$0] ?? []) }
    self.skipped = skipped
  }

  private static func read(_ options: DiaryOptions) throws -> NumericTable {
    let times = [options.day] + [options.hour, options.beep].compactMap(\.self)
    var reader = NumericTable.Reader(
      separator: options.separator, numbers: times + [options.event, options.affect],
      texts: [options.person].compactMap(\.self))
    do {
      try options.file.forEachChunk { try reader.read($0) }
      return try reader.finish()
    } catch let error as InterchangeError {
      throw BadInput(options.file.name, error)
    }
  }
}
