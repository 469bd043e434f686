import Knowledge
import PatientRecord
import Time

/// Works out the lines of a due list.
struct DueBuilder {
  /// A line and its later occurrences.
  struct Found {
    let item: DueItem
    let later: [ClosedRange<Day>]
  }

  let today: Day
  let horizon: Day
  let knowledge: Knowledge
  let chosen: Set<CalendarID>
  let chart: Chart
  let stretches: [TreatmentStretch]
  let unknownMedicines: [String]
  let phase: CarePhase
  let index: RecordIndex

  init(chart: Chart, today: Day, weeks: Int, knowledge: Knowledge, chosen: Set<CalendarID>) {
    self.chart = chart
    self.today = today
    self.knowledge = knowledge
    self.chosen = chosen
    horizon = today.advanced(by: 7 * weeks)
    (stretches, unknownMedicines) = StretchReader(
      chart: chart, today: today, knowledge: knowledge
    ).read()
    phase = CarePhase(chart, stretches, on: today, using: knowledge)
    index = RecordIndex(chart, upTo: today)
  }

  func found() -> [Found] { scheduled() + fromCalendars() }

  var terms: CalendarTerms? { knowledge.calendars.terms }

  func truth(_ id: StatementID, _ stretch: TreatmentStretch) -> Truth {
    guard let statement = terms?.statements[id] else { return .unknown }
    return index.truth(of: statement, since: stretch.changes.last { $0 <= today } ?? stretch.start)
  }

  func standing(of time: DueTime) -> DueStanding {
    guard let days = time.days else { return .undated }
    if today > days.upperBound { return .overdue(days: today.days(since: days.upperBound)) }
    if today >= days.lowerBound { return .due }
    return .upcoming(days: days.lowerBound.days(since: today))
  }

  /// The next occurrence and those after it up to the horizon, each taken as done on its first day.
  func occurrences(_ counter: TimingCounter, after done: [Day]) -> [TimingCounter.Next] {
    var days = done
    var found: [TimingCounter.Next] = []
    while found.count < 200, let next = counter.next(after: days),
      next.days.lowerBound <= horizon, next != found.last
    {
      found.append(next)
      days.append(max(next.days.lowerBound, today, days.last ?? today))
    }
    return found
  }
}
