import Interchange

/// Visits of many people, read from a CSV file.
struct CohortTable {
  /// One row with an outcome.
  struct Row {
    /// The line of the file.
    let line: Int
    /// The place of the person in ``CohortTable/people``.
    let person: Int
    /// Weeks: the number of the file or, for dates, the time since the person's first row.
    let week: Double
    /// The outcome.
    let outcome: Double
    /// The covariates.
    let covariates: [Double]
    /// The place of the arm in ``CohortTable/arms``; 0 without.
    let arm: Int
    /// The place of the group in ``CohortTable/groups``; 0 without.
    let group: Int
  }

  /// The rows, those without an outcome left out.
  let rows: [Row]
  /// People as the file writes them, in the order of their first row.
  let people: [String]
  /// Arms as the file writes them, the reference first and then by name.
  let arms: [String]
  /// Groups as the file writes them, in the order of their first row.
  let groups: [String]
  /// Whether the times are dates.
  let hasDates: Bool
  /// How many rows have no outcome.
  let missing: Int

  /// Texts numbered in the order of their first use.
  private struct Register {
    private(set) var names: [String] = []
    private var places: [String: Int] = [:]

    mutating func place(of name: String) -> Int {
      if let place = places[name] { return place }
      places[name] = names.count
      names.append(name)
      return names.count - 1
    }
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - options: which columns to read.
  ///   - file: where they are.
  /// - Throws: ``BadInput`` with line and column.
  init(_ options: CohortOptions, file: InputFile) throws {
    let reading = CohortReading(options, file: file)
    let table = try reading.table()
    let moments = try reading.moments(table)
    var people = Register()
    var groups = Register()
    let codes = try reading.texts(options.person, table).map { people.place(of: $0) }
    let homes = try options.group.map { try reading.texts($0, table).map { groups.place(of: $0) } }
    let arms = try reading.arms(table)
    let outcomes = try reading.numbers(options.outcome, table)
    let covariates = try options.covariates.names.map { try reading.numbers($0, table) }
    hasDates = moments.contains(where: \.isDate)
    var firsts: [Int: Double] = [:]
    for (code, moment) in zip(codes, moments) {
      firsts[code] = min(firsts[code] ?? moment.order, moment.order)
    }
    var rows: [Row] = []
    for index in table.lines.indices {
      guard let outcome = outcomes[index] else { continue }
      let known = covariates.compactMap { $0[index] }
      guard known.count == covariates.count else {
        guard !options.dropIncomplete else { continue }
        throw BadInput(
          "\(file.name): line \(table.lines[index])", "a row with an outcome lacks a covariate",
          cure: "fill it, or leave such rows out with --drop-incomplete")
      }
      let order = moments[index].order
      let week = hasDates ? (order - (firsts[codes[index]] ?? order)) / 7 : order
      rows.append(
        Row(
          line: table.lines[index], person: codes[index], week: week, outcome: outcome,
          covariates: known, arm: arms.codes[index], group: homes?[index] ?? 0))
    }
    self.rows = rows
    self.people = people.names
    self.groups = groups.names
    self.arms = arms.names
    missing = outcomes.count { $0 == nil }
    try reading.checkWeeks(rows)
  }
}
