import ArgumentParser
import Interchange
import MemoryScience

/// `anamnesis recall`
struct RecallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall",
    abstract: "Analyse free recall of word lists.",
    discussion: """
      The file has a row for each studied and each recalled word, with the columns subject, list, \
      position, trial_type (study or recall) and item, as psifr has them, and any further columns \
      of the studied words.

      ANALYSES:
      \(RecallMeasure.allCases.map { "  \($0.rawValue): \($0.meaning)" }.joined(separator: "\n"))

      EXAMPLES:
        anamnesis recall words.csv --analysis lag-crp
        anamnesis recall words.csv --analysis spc --where list_type=mixed --by-subject
        anamnesis recall words.csv --analysis lag-crp --transitions within:category
        anamnesis recall words.csv --analysis clustering-controlled --by valence --distances words-apart.csv
      """)

  @Argument(help: "The CSV file, its first line naming the columns; - reads the standard input.")
  var file: InputFile

  @Option(help: ArgumentHelp("What to compute.", valueName: "name"))
  var analysis = RecallMeasure.all

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only lists that have this value in a column of lists; may be said several times.",
      valueName: "column=value"))
  var conditions: [ListCondition] = []

  @Option(
    help: ArgumentHelp(
      "The column of labels, such as category or valence.", valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Which transitions count: all, within:column or between:column.", valueName: "which"))
  var transitions = TransitionChoice.all

  @Option(
    help: ArgumentHelp(
      "A square CSV table of distances between words: the words in the first line and the first column.",
      valueName: "file"))
  var distances: InputFile?

  @Flag(help: "The table of distances holds similarities: greater is nearer.")
  var similarities = false

  @Option(
    help: ArgumentHelp(
      "The edges of bins of distance (default: the tenths of all distances).",
      valueName: "number,number"))
  var edges: NumberList?

  @Option(help: ArgumentHelp("The lags of a window of neighbours.", valueName: "lag,lag"))
  var window = NumberList([-1, 1])

  @Option(help: "How many recalls to look back for shifted distance ranks, 1 to 100.")
  var shifts = 3

  @Option(help: "The greatest list lag of intrusions, 1 to 1000.")
  var listLags = 3

  @Option(
    help:
      "How typed words are compared: exact, or tolerant of case, accents, plurals and misspelling."
  )
  var spelling = SpellingChoice.exact

  @Flag(help: "Show each person with an interval, not only the group.")
  var bySubject = false

  @Option(
    help: """
      How the intervals of one person are found; usual is exact where each list counts once, else \
      bca.
      """)
  var interval = IntervalChoice.usual

  @Option(help: "The probability of the intervals, above 0 and below 1.")
  var level = 0.95

  @Option(help: "Draws of a bootstrap, 200 to 100000.")
  var replicates = 2000

  @Option(help: "The seed of the bootstrap.")
  var seed: UInt64 = 1

  @Option(help: "The character between fields.")
  var separator = Separator.comma

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  func validate() throws {
    guard level > 0, level < 1 else {
      throw ValidationError("--level: \(level.short) is not above 0 and below 1.")
    }
    guard RecallInterval.replicates.contains(replicates) else {
      throw ValidationError("--replicates: \(replicates) is not within 200 to 100000.")
    }
    guard !analysis.needsLabels || by != nil else {
      throw ValidationError("--analysis \(analysis.rawValue) needs a column of labels: --by.")
    }
    guard !analysis.needsDistances || distances != nil else {
      throw ValidationError("--analysis \(analysis.rawValue) needs --distances.")
    }
    guard !similarities || distances != nil else {
      throw ValidationError("--similarities needs --distances.")
    }
    guard window.numbers.allSatisfy({ $0 == $0.rounded() && abs($0) <= 10_000 }) else {
      throw ValidationError("--window: write whole lags, such as -1,1.")
    }
  }

  func run() throws {
    let data = try read()
    let words = try distances.map {
      try DistanceFile($0, separator: separator).distances(areSimilarities: similarities)
    }
    do {
      try RecallResult(self, data: data, distances: words).print(as: format)
    } catch let error as MemoryScienceError {
      throw BadInput(file.name, error)
    }
  }

  private func read() throws -> RecallData {
    let columns = conditions.map(\.column) + [by, transitions.column].compactMap(\.self)
    let table = try RecallTable(
      file, separator: separator, attributes: Array(Set(columns)).sorted())
    let lists = try table.studyLists()
    for condition in conditions {
      guard let mixed = lists.first(where: { Set($0.attributes[condition.column] ?? []).count > 1 })
      else { continue }
      throw BadInput(
        "--where",
        "column \(condition.column) differs among the words of list \(mixed.number) of subject "
          + mixed.subject, cure: "name a column that has one value for each list")
    }
    do {
      return try conditions.reduce(try RecallData(lists, spelling: spelling.spelling)) {
        try $0.filtered(where: $1.column, is: $1.value)
      }
    } catch {
      throw BadInput(file.name, error)
    }
  }
}
