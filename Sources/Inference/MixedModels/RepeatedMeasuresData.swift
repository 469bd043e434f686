/// Rows of a model for repeated measures: at most one outcome of each person at each planned visit.
public struct RepeatedMeasuresData: Hashable, Sendable {
  /// The code of the person of each row.
  public let person: [Int]
  /// The visit of each row, counted from 0.
  public let visit: [Int]
  /// The outcome of each row.
  public let outcome: [Double]
  /// The columns of X.
  public let fixed: [ModelColumn]
  /// How many visits are planned.
  public let visits: Int
  let groups: GroupedRows

  /// Gathers rows; a visit that somebody missed has no row.
  ///
  /// - Parameters:
  ///   - person: any number that stands for the person of a row.
  ///   - visit: the visit of each row, counted from 0; at most 20 visits.
  ///   - outcome: the outcome of each row, finite and below 1e100.
  ///   - fixed: the columns of X, at most 200.
  /// - Throws: ``InferenceError`` that names the column and the row, or says which two visits too few
  ///   people share.
  public init(
    person: [Int], visit: [Int], outcome: [Double], fixed: [ModelColumn]
  ) throws(InferenceError) {
    guard person.count == outcome.count, visit.count == outcome.count else {
      throw .unusable(
        "\(person.count) people and \(visit.count) visits are named for \(outcome.count) outcomes")
    }
    guard let last = visit.max(), let first = visit.min(), first >= 0, last < 20, last >= 1 else {
      throw .option("visits are counted from 0, and there are 2 to 20 of them")
    }
    self.person = person
    self.visit = visit
    self.outcome = outcome
    self.fixed = fixed
    visits = last + 1
    groups = GroupedRows(person)
    try ModelColumn("outcome", outcome).check(rows: outcome.count)
    guard !fixed.isEmpty, fixed.count <= 200 else {
      throw .option("a model of repeated measures has 1 to 200 fixed effects, not \(fixed.count)")
    }
    for column in fixed { try column.check(rows: outcome.count) }
    try checkPairs()
  }

  /// Each variance and covariance of visits needs people who came to both.
  private func checkPairs() throws(InferenceError) {
    var shared = [Int](repeating: 0, count: visits * visits)
    for index in groups.people.indices {
      let came = groups.rows(of: index).map { visit[$0] }
      guard Set(came).count == came.count else {
        throw .unusable(
          "person \(groups.people[index]) has two rows at one visit; keep one of them")
      }
      for a in came { for b in came { shared[a * visits + b] += 1 } }
    }
    for a in 0..<visits {
      for b in 0...a where shared[a * visits + b] < 3 {
        let what =
          a == b
          ? "people seen at visit \(a + 1)"
          : "people seen at both visit \(b + 1) and visit \(a + 1)"
        throw .tooFew(observed: shared[a * visits + b], needed: 3, what: what)
      }
    }
    guard outcome.count > fixed.count + visits else {
      throw .tooFew(
        observed: outcome.count, needed: fixed.count + visits + 1, what: "rows of repeated measures"
      )
    }
  }
}
