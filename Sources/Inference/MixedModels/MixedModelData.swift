/// Rows of a linear mixed model: an outcome, columns with effects that people share, and columns
/// with effects of their own.
///
/// Any number of rows a person, at any times. Rows with something missing are left out beforehand.
public struct MixedModelData: Hashable, Sendable {
  /// The code of the person of each row.
  public let person: [Int]
  /// The outcome of each row.
  public let outcome: [Double]
  /// The columns of X.
  public let fixed: [ModelColumn]
  /// The columns of Z in blocks: effects within a block are correlated, blocks are independent.
  public let blocks: [[ModelColumn]]
  let groups: GroupedRows

  /// How many people there are.
  public var personCount: Int { groups.people.count }
  /// How many rows there are.
  public var rowCount: Int { outcome.count }
  /// The number of random effects of a person.
  var effectCount: Int { blocks.reduce(0) { $0 + $1.count } }

  /// Gathers rows.
  ///
  /// - Parameters:
  ///   - person: any number that stands for the person of a row.
  ///   - outcome: the outcome of each row, finite and below 1e100.
  ///   - fixed: the columns of X, the intercept among them if there is to be one; at most 200.
  ///   - random: the columns of Z in blocks, such as `[[intercept, time]]` for a correlated intercept
  ///     and slope or `[[intercept], [time]]` for independent ones; 1 to 20 columns in all.
  /// - Throws: ``InferenceError`` that names the column and the row, or says how many people or rows
  ///   are needed.
  public init(
    person: [Int], outcome: [Double], fixed: [ModelColumn], random: [[ModelColumn]]
  ) throws(InferenceError) {
    self.person = person
    self.outcome = outcome
    self.fixed = fixed
    blocks = random.filter { !$0.isEmpty }
    guard person.count == outcome.count else {
      throw .unusable("\(person.count) people are named for \(outcome.count) outcomes")
    }
    groups = GroupedRows(person)
    try ModelColumn("outcome", outcome).check(rows: outcome.count)
    for column in fixed + blocks.joined() { try column.check(rows: outcome.count) }
    guard !blocks.isEmpty, effectCount <= 20 else {
      throw .option("a mixed model has 1 to 20 random effects, not \(effectCount)")
    }
    guard fixed.count <= 200 else {
      throw .option("a mixed model has at most 200 fixed effects, not \(fixed.count)")
    }
    try checkCounts()
  }

  /// Variances between and within people can be told apart only by people with rows to spare.
  private func checkCounts() throws(InferenceError) {
    guard personCount >= 2 else {
      throw .tooFew(observed: personCount, needed: 2, what: "a model of several people")
    }
    let needed = fixed.count + 2
    guard rowCount >= needed else {
      throw .tooFew(observed: rowCount, needed: needed, what: "rows of a mixed model")
    }
    let largest = blocks.reduce(0) { max($0, $1.count) }
    let telling = zip(groups.starts, groups.starts.dropFirst()).count { $1 - $0 > largest }
    guard telling >= 2 else {
      throw .tooFew(
        observed: telling, needed: 2,
        what: "people with more rows than the \(largest) random effects of a block")
    }
  }
}
