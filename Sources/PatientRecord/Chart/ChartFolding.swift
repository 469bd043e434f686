import Knowledge
import Time

/// Sorts entries that count into series and timelines; entries come in the order of time.
struct ChartFolding {
  let knowledge: Knowledge
  var localDays = LocalDays()
  var points = RatedPoints()
  var goodMoments: [Dated<FreeText>] = []
  var scores: [InstrumentID: [ScoredResponse]] = [:]
  var safetyAnswers: [SafetyRecord] = []
  var sleep: [Dated<Sleep>] = []
  var activities: [Dated<Activity>] = []
  var substances: [Dated<Substance>] = []
  var doses: [String: [Dated<DoseStep>]] = [:]
  var intakes: [Dated<Intake>] = []
  var courses: [DatedCourse] = []
  var sessions: [Dated<Session>] = []
  var measurements: [Dated<Measurement>] = []
  var sideEffects: [Dated<SideEffect>] = []
  var taskResults: [Dated<TaskResult>] = []
  var lifeEvents: [Dated<LifeEvent>] = []
  var signals: [Dated<Signal>] = []
  var acknowledgements: [EntryID: [Dated<Acknowledgement>]] = [:]
  var problems: [ChartProblem] = []
  var firstDay: Day?
  var lastDay: Day?

  init(knowledge: Knowledge) { self.knowledge = knowledge }

  mutating func add(_ entry: Entry) {
    if case .void = entry.fact { return }
    let moment = Dated(
      instant: entry.occurred.start, day: localDays.day(of: entry.occurred), content: entry.id,
      entry: entry.id)
    cover(moment.day)
    switch entry.fact {
    case .checkIn(let checkIn): add(checkIn, moment)
    case .response(let response): add(response, moment)
    case .sleep(let sleep): add(sleep, entry)
    case .course(let course): add(course, entry, moment)
    case .doseStep(let step):
      doses[step.substance.text.lowercased(), default: []].append(moment.holding(step))
    case .activity(let activity): activities.append(moment.holding(activity))
    case .substance(let substance): substances.append(moment.holding(substance))
    case .intake(let intake): intakes.append(moment.holding(intake))
    case .session(let session): sessions.append(moment.holding(session))
    case .measurement(let measurement): measurements.append(moment.holding(measurement))
    case .sideEffect(let effect): sideEffects.append(moment.holding(effect))
    case .taskResult(let result): taskResults.append(moment.holding(result))
    case .lifeEvent(let event): lifeEvents.append(moment.holding(event))
    case .signal(let signal): signals.append(moment.holding(signal))
    case .acknowledgement(let action):
      acknowledgements[action.signal, default: []].append(moment.holding(action))
    case .keepsake, .retrieval, .practice, .note, .goal, .consent, .safetyPlan, .decision,
      .diagnosis, .referral, .void:
      break  // Read from `Chart.entries` by whoever shows them.
    }
  }

  private mutating func cover(_ day: Day) {
    firstDay = min(firstDay ?? day, day)
    lastDay = max(lastDay ?? day, day)
  }

  private mutating func add(_ checkIn: CheckIn, _ moment: Dated<EntryID>) {
    for (place, rated) in checkIn.ratings.enumerated() {
      let point = SeriesPoint(
        instant: moment.instant, day: moment.day, value: rated.rating.value, entry: moment.entry)
      points.add(point, rated.item, rated.rating.scale, at: place)
    }
    if let text = checkIn.goodMoment { goodMoments.append(moment.holding(text)) }
  }

  /// A night belongs to the day of waking.
  private mutating func add(_ night: Sleep, _ entry: Entry) {
    let zone = entry.occurred.zone
    let day: Day
    if case .day(let named, _) = entry.occurred {
      day = named
    } else if let waking = night.rise ?? night.finalWake {
      day = localDays.day(at: waking, in: zone)
    } else if case .interval(let interval, _) = entry.occurred, let end = interval.endInstant {
      day = localDays.day(at: end, in: zone)
    } else {
      day = localDays.day(of: entry.occurred)
    }
    cover(day)
    sleep.append(Dated(instant: entry.occurred.start, day: day, content: night, entry: entry.id))
  }

  /// The day of an end at midnight is the day before, because an interval ends before its end.
  private mutating func add(_ course: Course, _ entry: Entry, _ moment: Dated<EntryID>) {
    let last: DatedCourse.LastDay
    switch entry.occurred {
    case .day(let day, _): last = .on(day)
    case .instant: last = .open
    case .interval(let interval, let zone):
      last =
        interval.endInstant.map { end in
          let within = Instant(milliseconds: max(end.milliseconds - 1, interval.start.milliseconds))
          return .on(localDays.day(at: within, in: zone))
        } ?? .open
    }
    if case .on(let day) = last { cover(day) }
    courses.append(
      DatedCourse(
        instant: moment.instant, firstDay: moment.day, lastDay: last, course: course,
        entry: moment.entry))
  }
}

extension Dated {
  /// The same time and entry with another content.
  func holding<Other>(_ other: Other) -> Dated<Other> {
    Dated<Other>(instant: instant, day: day, content: other, entry: entry)
  }
}
