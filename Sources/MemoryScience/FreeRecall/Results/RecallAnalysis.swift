/// What an analysis of recall found, person by person.
///
/// All analyses of this kind are ratios: in each bin, how often something happened over how often
/// it could have happened, both summed over the person's lists. Ranks and indices of clustering are
/// means, which are ratios of a sum to a count.
public struct RecallAnalysis<Bin: Hashable & Sendable>: Sendable {
  /// One bin of one person.
  public struct Cell: Hashable, Sendable {
    /// How often it happened; for means the sum.
    public let actual: Double
    /// How often it could have happened; for means the count.
    public let possible: Double

    /// The ratio, `nil` when it never could have happened.
    public var value: Double? { possible > 0 ? actual / possible : nil }
  }

  /// One person's results.
  public struct Person: Hashable, Sendable {
    /// Who it is.
    public let subject: String
    /// How many lists were counted.
    public let lists: Int
    /// One result per bin.
    public let cells: [Cell]
  }

  /// What is counted, as a noun for messages, such as "lag-CRP".
  public let name: String
  /// What each cell stands for.
  public let bins: [Bin]
  /// The people in the order of the data.
  public let people: [Person]
  /// Whether each list gives at most one event to a bin, so that counts over lists are binomial.
  let isBinomial: Bool
  /// The sums of each list of a person, by the person's place.
  let listSums: @Sendable (Int) -> [RatioSums]
  /// The values of a person when lists count as often as said, where that is more than ratios of
  /// sums: for each bin, not a number where undefined.
  var statistic: (@Sendable (Int) -> ([Double]) -> [Double])?

  init(
    name: String, bins: [Bin], people: [Person], isBinomial: Bool,
    listSums: @escaping @Sendable (Int) -> [RatioSums]
  ) {
    self.name = name
    self.bins = bins
    self.people = people
    self.isBinomial = isBinomial
    self.listSums = listSums
  }

  /// Finds a person.
  ///
  /// - Parameter subject: the person.
  /// - Returns: the results, `nil` for somebody who is not in the data.
  public subscript(subject: String) -> Person? { people.first { $0.subject == subject } }

  /// The value of one bin for each person who has one, in the order of the data.
  ///
  /// - Parameter bin: one of ``bins``.
  /// - Returns: the values.
  public func values(_ bin: Bin) -> [Double] {
    guard let index = bins.firstIndex(of: bin) else { return [] }
    return people.compactMap { $0.cells[index].value }
  }

  /// The mean over people of each bin, people without a value being left out.
  ///
  /// - Parameter level: the probability of the intervals, above 0 and below 1.
  /// - Returns: one summary per bin.
  /// - Throws: ``MemoryScienceError`` for a level outside its range.
  public func group(level: Double = 0.95) throws(MemoryScienceError) -> [GroupMean] {
    try RecallInterval.check(level: level)
    return bins.indices.map { index in
      GroupMean(people.compactMap { $0.cells[index].value }, level: level)
    }
  }
}

extension RecallData {
  /// The most cells that an analysis may have, over all people.
  static let mostCells = 20_000_000

  /// Counts all lists.
  func analysis<Tally: ListTally>(
    _ name: String, binomial: Bool = false, _ tally: Tally
  ) throws(MemoryScienceError) -> RecallAnalysis<Tally.Bin> {
    let bins = tally.bins
    let (cells, overflow) = bins.count.multipliedReportingOverflow(by: max(ranges.count, 1))
    guard !overflow, cells <= Self.mostCells else {
      throw .option(
        "\(name) would have \(bins.count) bins for each of \(ranges.count) people; "
          + "analyse fewer people or shorter lists at a time")
    }
    return RecallAnalysis(
      name: name, bins: bins, people: counted(tally, bins: bins.count), isBinomial: binomial,
      listSums: { person in
        var tally = tally
        return lists[ranges[person]].map { list in
          var sums = RatioSums(bins: bins.count)
          tally.add(list, to: &sums)
          return sums
        }
      })
  }

  private func counted<Tally: ListTally>(
    _ tally: Tally, bins: Int
  ) -> [RecallAnalysis<Tally.Bin>.Person] {
    var tally = tally
    var sums = RatioSums(bins: bins)
    return ranges.indices.map { person in
      sums.reset()
      tally.add(ranges[person], of: self, to: &sums)
      return RecallAnalysis.Person(
        subject: subjects[person], lists: ranges[person].count,
        cells: zip(sums.actual, sums.possible).map { .init(actual: $0, possible: $1) })
    }
  }
}
