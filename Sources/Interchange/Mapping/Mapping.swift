public import PatientRecord
public import Time

/// What the columns of a CSV file mean, as written in a YAML file beside it.
///
/// Nothing is guessed: a key that is not known, a unit that is missing or a scale that is not
/// stated is an error that names its place. `docs/import.md` explains every key.
public struct Mapping: Hashable, Sendable {
  /// The name of the source, which every imported entry carries.
  public let source: Name
  /// The character between fields.
  public internal(set) var separator: Separator
  /// The texts that stand for a missing value, whatever their case.
  public let missing: [String]
  /// The columns that say when a row was true.
  public let time: TimeColumns
  /// The time zone in which the rows were lived.
  public let zone: FixedOrColumn<Zone>
  /// What to do with a local time that clocks showed twice.
  public let whenAmbiguous: Ambiguity
  /// Whom the rows are about.
  public internal(set) var person: FixedOrColumn<String>
  /// The columns that hold values, in the order of the mapping.
  public let columns: [ColumnRule]

  /// What to do with a local time that clocks showed twice, when they were put back.
  public enum Ambiguity: String, CaseIterable, Sendable {
    /// The row is listed as bad.
    case refuse
    /// The first of the two moments is meant.
    case earlier
    /// The second of the two moments is meant.
    case later
  }

  /// What to do with a local time that clocks skipped, when they were put forward.
  enum Skipped: String, CaseIterable {
    case refuse
  }

  /// Reads a mapping.
  ///
  /// - Parameter text: the YAML text.
  /// - Throws: the first fault, with its line, its keys and its cure.
  public init(_ text: String) throws(InterchangeError) {
    let root = try MappingNode(parsing: text)
    try root.expectKeys(Self.keys)
    source = try root.required("source", cure: "write source: NAME OF THE DATA").name()
    separator = try root.child("separator")?.word(Separator.self) ?? .comma
    missing = try root.child("missing")?.texts() ?? NumberText.usualMarkers
    time = try TimeColumns(try root.required("time", cure: TimeColumns.cure))
    let zoneCure = "write zone: Europe/Berlin, or zone: {column: NAME}"
    zone = try FixedOrColumn(try root.required("zone", cure: zoneCure)) {
      place throws(InterchangeError) in try place.zone()
    }
    whenAmbiguous = try root.child("whenAmbiguous")?.word(Ambiguity.self) ?? .refuse
    _ = try root.child("whenSkipped")?.word(Skipped.self)
    let personCure = "write person: NAME, or person: {column: NAME}"
    person = try FixedOrColumn(try root.required("person", cure: personCure)) {
      place throws(InterchangeError) in try place.text()
    }
    columns = try Self.columns(root)
  }

  /// What people read for each rated item; the record itself keeps only the identifiers.
  public var labels: [CheckInItemID: Name] {
    var labels: [CheckInItemID: Name] = [:]
    for rule in columns {
      if case .rating(let item, let label, _) = rule.meaning { labels[item] = label }
    }
    return labels
  }

  static let keys = [
    "source", "separator", "missing", "time", "zone", "whenAmbiguous", "whenSkipped", "person",
    "columns",
  ]

  private static func columns(_ root: MappingNode) throws(InterchangeError) -> [ColumnRule] {
    let cure = "write columns: and below it COLUMN: {as: MEANING, …}"
    let place = try root.required("columns", cure: cure)
    let rules = try place.entries().map { name, value throws(InterchangeError) in
      try ColumnRule(column: name, value)
    }
    guard !rules.isEmpty else {
      throw place.error("no column is given a meaning", cure: cure)
    }
    try refuseDoubles(rules, place)
    return rules
  }

  /// Refuses two columns that would fill the same place of one fact.
  private static func refuseDoubles(
    _ rules: [ColumnRule], _ place: MappingNode
  ) throws(InterchangeError) {
    var columns: [String: String] = [:]
    for rule in rules {
      guard let target = rule.meaning.target else { continue }
      if let other = columns.updateValue(rule.column, forKey: target) {
        throw place.error(
          "the columns \(other) and \(rule.column) both give \(target)",
          cure: "keep one of them, or give each its own")
      }
    }
  }
}
