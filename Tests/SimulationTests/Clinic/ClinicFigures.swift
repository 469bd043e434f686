import Knowledge
import PatientRecord
import Simulation
import Time

/// What was counted in the records of a clinic, to be held against published figures.
struct ClinicFigures {
  /// Totals of the nine-item questionnaire of each person, with days since the first visit.
  var courses: [[(day: Int, total: Int)]] = []
  var firstAnswers: [[Int]] = []
  var selfHarm = [0, 0, 0, 0]
  var formsDue = 0
  /// Days with and without a check-in while somebody still answered: by month and by weekday.
  var days: [Int: Share] = [:]
  var weekdays: [Int: Share] = [:]
  var moods: [Int: (sum: Double, count: Double)] = [:]
  var afterMissed = Share()
  var afterAnswered = Share()
  var visits = Share()
  var leftBeforeWeek12 = Share()

  /// A share of things that are so.
  struct Share {
    var hits = 0.0
    var count = 0.0
    var value: Double { count > 0 ? hits / count : .nan }

    mutating func add(_ isSo: Bool) {
      hits += isSo ? 1 : 0
      count += 1
    }
  }

  init(_ records: [[Entry]], settings: Clinic.Settings) {
    for entries in records { add(entries, settings) }
  }

  private mutating func add(_ entries: [Entry], _ settings: Clinic.Settings) {
    func day(_ entry: Entry) -> Int {
      entry.occurred.zone.day(at: entry.occurred.start).days(since: settings.firstDay)
    }
    guard let start = entries.map(day).min() else { return }
    let end = entries.filter { $0.author == .patient }.map(day).max() ?? start
    let answered = Set(entries.filter { $0.fact.kind == .checkIn }.map(day))
    for number in start...end {
      let isAnswered = answered.contains(number)
      days[(number - start) / 28, default: Share()].add(isAnswered)
      weekdays[settings.firstDay.advanced(by: number).weekday, default: Share()].add(isAnswered)
      guard number > start else { continue }
      if answered.contains(number - 1) {
        afterAnswered.add(isAnswered)
      } else {
        afterMissed.add(isAnswered)
      }
    }
    leftBeforeWeek12.add(end - start < 84)
    formsDue += (settings.days - 1 - start) / 14
    var course: [(day: Int, total: Int)] = []
    for entry in entries { take(entry, day: day(entry), start: start, settings, &course) }
    courses.append(course)
  }

  private mutating func take(
    _ entry: Entry, day: Int, start: Int, _ settings: Clinic.Settings,
    _ course: inout [(day: Int, total: Int)]
  ) {
    switch entry.fact {
    case .response(let response):
      guard response.instrument == "phq9", case .answers(let answers) = response.content else {
        return
      }
      let given = (1...9).map { answers[ItemID(rawValue: "q\($0)")] ?? 0 }
      if course.isEmpty { firstAnswers.append(given) }
      course.append((day - start, given.reduce(0, +)))
      selfHarm[given[8]] += 1
    case .checkIn(let checkIn):
      let weekday = settings.firstDay.advanced(by: day).weekday
      guard let mood = checkIn.ratings.first else { return }
      moods[weekday, default: (0, 0)].sum += mood.rating.value
      moods[weekday, default: (0, 0)].count += 1
    case .session(let session) where session.kind == .review:
      visits.add(session.outcome == .missed)
    default: return
    }
  }
}

extension ClinicFigures {
  var baselines: [Double] { courses.compactMap(\.first).map { Double($0.total) } }

  var baselineMean: Double { baselines.reduce(0, +) / Double(baselines.count) }

  var baselineSpread: Double {
    let mean = baselineMean
    let squares = baselines.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (squares / Double(baselines.count - 1)).squareRoot()
  }

  /// The share below a total at a week, the last total carried forward, of those who came back.
  func share(below total: Int, atWeek week: Int) -> Double {
    var share = Share()
    for course in courses where course.count > 1 {
      guard let last = course.last(where: { $0.day <= 7 * week + 6 }) else { continue }
      share.add(last.total < total)
    }
    return share.value
  }

  var formsFilled: Double {
    Double(courses.map { $0.count - 1 }.reduce(0, +)) / Double(formsDue)
  }

  func answered(on days: [Int]) -> Double {
    let shares = days.compactMap { weekdays[$0] }
    return shares.map(\.hits).reduce(0, +) / shares.map(\.count).reduce(0, +)
  }

  func mood(on days: [Int]) -> Double {
    let parts = days.compactMap { moods[$0] }
    return parts.map(\.sum).reduce(0, +) / parts.map(\.count).reduce(0, +)
  }

  /// The share of forms with an answer of at least this to the question on self-harm.
  func selfHarm(atLeast answer: Int) -> Double {
    Double(selfHarm[answer...].reduce(0, +)) / Double(selfHarm.reduce(0, +))
  }

  /// The mean answer to an item on the first form, counted from 1.
  func firstAnswer(_ item: Int) -> Double {
    Double(firstAnswers.map { $0[item - 1] }.reduce(0, +)) / Double(firstAnswers.count)
  }
}
