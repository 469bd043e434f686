/// What an invented person brings along for the record: habits, care, how they answer.
struct ClinicProfile: Sendable {
  /// How the person is treated to begin with.
  enum Care: Sendable {
    case medicine, therapy, both
  }

  let calendar: ClinicCalendar
  /// Days from the clinic's first day to the person's first visit.
  let intake: Int
  let care: Care
  /// Minutes since midnight at which the person usually gets up and checks in.
  let rising, checkIn: Int
  /// The chance of an answer on an ordinary day at the beginning.
  let answering: Double
  /// The chance that a dose is taken.
  let adherence: Double
  /// The chance that a visit is kept.
  let attendance: Double
  /// The day of the week of visits, 0 for Monday to 4 for Friday, and minutes since midnight.
  let visitWeekday, visitTime: Int
  /// Whether nights are kept in detail, and whether a device measures them.
  let keepsSleepDiary, hasDevice: Bool
  /// Whether keepsakes are collected, substances are noted, activities are noted.
  let collectsKeepsakes, notesSubstances, notesActivities: Bool
  /// What the person's ratings lie higher by than others' at the same mood, in points.
  let ratingStyle: Double
  /// Body weight in kilograms and blood pressure in millimetres of mercury at the beginning.
  let weight, systolic, diastolic: Double

  /// The longest time over which people come, in days.
  private static let intakeWindow = 56

  init(_ clinic: Clinic, number: UInt32) {
    var draws = ClinicDraws(seed: clinic.settings.seed, person: number, .profile)
    calendar = clinic.calendars[draws.whole(0...clinic.calendars.count - 1)]
    let window = min(ClinicProfile.intakeWindow, clinic.settings.days / 4)
    let first = clinic.settings.staggersIntake ? draws.whole(0...max(0, window - 7)) : 0
    let weekday = calendar.weekday(first)
    visitWeekday = weekday < 5 ? weekday : 0
    // Nobody comes at the weekend.
    intake = first + (visitWeekday - weekday + 7) % 7
    let share = draws.uniform()
    care = share < 0.45 ? .medicine : share < 0.8 ? .both : .therapy
    rising = 400 + Int(45 * draws.bell())
    checkIn = 1215 + Int(55 * draws.bell())
    answering = min(max(0.90 + 0.09 * draws.bell(), 0.35), 0.99)
    adherence = min(max(0.9 + 0.08 * draws.bell(), 0.4), 0.99)
    attendance = min(max(0.83 + 0.08 * draws.bell(), 0.4), 0.97)
    visitTime = 15 * draws.whole(34...66)
    keepsSleepDiary = draws.happens(0.4)
    hasDevice = draws.happens(0.25)
    collectsKeepsakes = draws.happens(0.6)
    notesSubstances = draws.happens(0.2)
    notesActivities = draws.happens(0.5)
    ratingStyle = 0.5 * draws.bell()
    weight = 74 + 13 * draws.bell()
    systolic = 124 + 11 * draws.bell()
    diastolic = 78 + 8 * draws.bell()
  }
}
