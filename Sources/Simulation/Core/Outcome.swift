/// What became of a cohort under a schedule.
public struct Outcome: Sendable {
  /// How many people.
  public let people: Int
  /// How many days.
  public let days: Int
  /// The days on which forms were filled in.
  public let formDays: [Int]
  /// The forms of each day in ``formDays``, counted.
  public let counts: [FormCounts]
  /// Forms of the people one after the other, each with one for each of ``formDays``; empty if they were
  /// not kept.
  public let forms: [Form]
  /// Quantities of the people one after the other, each with one number a day.
  public let traces: [Recording.Trace: [Float]]
  /// The people on the evening of the last day.
  public let end: Cohort

  /// The forms of one day.
  ///
  /// - Parameter index: the place of the day in ``formDays``.
  /// - Returns: a form for each person; nothing if forms were not kept or the day is missing.
  public func forms(_ index: Int) -> [Form] {
    guard formDays.indices.contains(index), !forms.isEmpty else { return [] }
    return stride(from: index, to: forms.count, by: formDays.count).map { forms[$0] }
  }

  /// The totals of one day.
  ///
  /// - Parameter index: the place of the day in ``formDays``; with weekly forms the week.
  /// - Returns: a total from 0 to 27 for each person; nothing if forms were not kept.
  public func totals(_ index: Int) -> [Int] { forms(index).map(\.total) }
}

/// The forms of one day over all people, in whole numbers: the order of counting changes nothing.
public struct FormCounts: Hashable, Sendable {
  /// How many people have each total from 0 to 27.
  public private(set) var histogram = [Int](repeating: 0, count: 28)
  /// How many of them have at most half of their baseline; 0 for people without one.
  public private(set) var responders = 0

  /// No forms yet.
  public init() {}

  /// How many forms.
  public var count: Int { histogram.reduce(0, +) }

  /// The mean total; nil without forms.
  public var mean: Double? {
    guard count > 0 else { return nil }
    return Double(histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(count)
  }

  /// How many people have a total below a number.
  ///
  /// - Parameter total: the number; 5 for remission.
  /// - Returns: the count.
  public func below(_ total: Int) -> Int { histogram.prefix(max(0, total)).reduce(0, +) }

  mutating func add(_ form: Form, baseline: Int?) {
    let total = form.total
    histogram[total] += 1
    if let baseline, 2 * total <= baseline { responders += 1 }
  }

  mutating func add(_ other: FormCounts) {
    for total in histogram.indices { histogram[total] += other.histogram[total] }
    responders += other.responders
  }
}
