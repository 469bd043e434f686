/// What the forms of one day say about a group, in whole numbers.
public struct FormTally: Hashable, Sendable {
  /// The day.
  public let day: Int
  /// How many people have each total, from 0 to 27.
  public private(set) var totals = [Int](repeating: 0, count: 28)
  /// How many have a total of at most half of their first one.
  public private(set) var responses = 0
  /// What each person's total lies above that of the same person in the group it is compared with.
  public private(set) var difference = PairedSum()
  /// The same for response: 1 for a person who responds here alone, -1 for one who does there alone.
  public private(set) var responseDifference = PairedSum()
  /// The same for remission.
  public private(set) var remissionDifference = PairedSum()

  /// A total below this is called remission.
  public static let remissionBelow = 5

  init(day: Int) { self.day = day }

  init(
    day: Int, totals: [Int], responses: Int, difference: PairedSum, responseDifference: PairedSum,
    remissionDifference: PairedSum
  ) {
    self.day = day
    self.totals = totals
    self.responses = responses
    self.difference = difference
    self.responseDifference = responseDifference
    self.remissionDifference = remissionDifference
  }

  static func hasResponded(_ total: Int, first: Int) -> Bool { 2 * total <= first }

  /// Adds a person.
  ///
  /// - Parameters:
  ///   - total: the total, 0 to 27.
  ///   - first: the total at inclusion.
  ///   - other: the total of the same person in the group it is compared with; nil without one.
  mutating func add(_ total: Int, first: Int, other: Int?) {
    totals[total] += 1
    let responds = FormTally.hasResponded(total, first: first)
    if responds { responses += 1 }
    guard let other else { return }
    difference.add(total - other)
    responseDifference.add(
      (responds ? 1 : 0) - (FormTally.hasResponded(other, first: first) ? 1 : 0))
    let below = FormTally.remissionBelow
    remissionDifference.add((total < below ? 1 : 0) - (other < below ? 1 : 0))
  }

  static func += (_ total: inout FormTally, _ part: FormTally) {
    for place in total.totals.indices { total.totals[place] += part.totals[place] }
    total.responses += part.responses
    total.difference += part.difference
    total.responseDifference += part.responseDifference
    total.remissionDifference += part.remissionDifference
  }
}

extension FormTally {
  /// How many people.
  public var people: Int { totals.reduce(0, +) }

  /// The totals as a sum over people.
  public var sum: PairedSum {
    var sum = PairedSum()
    for (total, count) in totals.enumerated() {
      sum.count += count
      sum.sum += count * total
      sum.squares += count * total * total
    }
    return sum
  }

  /// The share of people with a total of at most half of their first one; nil without people.
  public var response: Double? { share(responses) }

  /// The share of people in remission; nil without people.
  public var remission: Double? {
    share(totals.prefix(FormTally.remissionBelow).reduce(0, +))
  }

  private func share(_ count: Int) -> Double? {
    people > 0 ? Double(count) / Double(people) : nil
  }

  /// The total that a share of people lies at or below.
  ///
  /// - Parameter share: 0 to 1.
  /// - Returns: the least such total; nil without people.
  public func quantile(_ share: Double) -> Int? {
    let sought = share * Double(people)
    var below = 0
    for (total, count) in totals.enumerated() {
      below += count
      if count > 0, Double(below) >= sought { return total }
    }
    return nil
  }
}
