public import Knowledge
public import PatientRecord
public import Time

/// What is to be measured or done, and when: from the schedule of measurements and from the calendars
/// that the courses of the record begin.
///
/// A pure function of chart, day and knowledge. Nothing in it starts, stops or changes a treatment.
public struct DueList: Hashable, Sendable {
  /// Where the days are counted.
  public enum Place: Hashable, Sendable {
    /// In the zone of the latest entry.
    case recorded(Zone)
    /// The record has no entry; universal time stands in.
    case notRecorded
  }

  /// The day of the list.
  public let day: Day
  /// Where the days are counted.
  public let place: Place
  /// How many weeks ahead are listed.
  public let weeks: Int
  /// The phase of treatment.
  public let phase: CarePhase
  /// What is due and comes: what may not wait, the longest overdue, then by days; what hangs on no
  /// day last.
  public let items: [DueItem]
  /// The later occurrences of an item within the weeks, if each is done on its first day.
  public let later: [DueItem.Origin: [ClosedRange<Day>]]
  /// Medicines of the record that the catalogue does not have: no calendar is known for them.
  public let medicinesNotInCatalogue: [String]

  /// The greatest number of weeks ahead.
  public static let mostWeeks = 520

  /// Works out the list for a moment.
  ///
  /// - Parameters:
  ///   - chart: the record; what is dated later counts as planned.
  ///   - moment: the moment; its calendar day where the person lives is the day of the list.
  ///   - weeks: how many weeks ahead to list, 0 to ``mostWeeks``.
  ///   - knowledge: schedule, calendars, medicines and treatments.
  ///   - chosen: calendars that the site follows instead of others.
  public init(
    of chart: Chart, at moment: Instant, weeks: Int = 4, using knowledge: Knowledge,
    chosen: Set<CalendarID> = []
  ) {
    let last = chart.entries.last { $0.occurred.start <= moment } ?? chart.entries.first
    let zone = last?.occurred.zone
    self.init(
      of: chart, on: (zone ?? .utc).day(at: moment), weeks: weeks, using: knowledge,
      chosen: chosen, place: zone.map { .recorded($0) } ?? .notRecorded)
  }

  init(
    of chart: Chart, on day: Day, weeks: Int, using knowledge: Knowledge,
    chosen: Set<CalendarID>, place: Place
  ) {
    let weeks = min(max(weeks, 0), DueList.mostWeeks)
    let builder = DueBuilder(
      chart: chart, today: day, weeks: weeks, knowledge: knowledge, chosen: chosen)
    self.day = day
    self.place = place
    self.weeks = weeks
    phase = builder.phase
    let found = builder.found().sorted { $0.item.precedes($1.item) }
    items = found.map(\.item)
    later = Dictionary(found.map { ($0.item.origin, $0.later) }) { first, _ in first }
      .filter { !$0.value.isEmpty }
    medicinesNotInCatalogue = builder.unknownMedicines
  }

  /// The items that an audience may see.
  ///
  /// - Parameter audience: who reads.
  /// - Returns: the items in order.
  public func items(for audience: Audience) -> [DueItem] {
    items.filter { $0.audiences.contains(audience) }
  }
}

extension DueItem {
  /// Whether it stands before another in a list.
  func precedes(_ other: DueItem) -> Bool {
    if isAtOnce != other.isAtOnce { return isAtOnce }
    if rank != other.rank { return rank < other.rank }
    let (own, theirs) = (time.days, other.time.days)
    if let own, let theirs, own != theirs {
      let byEnd = standing != .undated && rank < 2
      return byEnd
        ? (own.upperBound, own.lowerBound) < (theirs.upperBound, theirs.lowerBound)
        : (own.lowerBound, own.upperBound) < (theirs.lowerBound, theirs.upperBound)
    }
    return (why, what) < (other.why, other.what)
  }

  private var rank: Int {
    switch standing {
    case .overdue: 0
    case .due: 1
    case .upcoming: 2
    case .undated: 3
    }
  }
}
