/// What happens to everybody of an arm, day by day: sessions, medicine, practice, visits, stressful
/// events, changes of circumstances.
///
/// Day 0 is the first day. What lies outside the schedule's days is refused with
/// ``SimulationError/outOfRange(name:value:allowed:)``.
///
/// ```swift
/// var schedule = try Schedule(days: 60)
/// try schedule.visit(on: 0, weight: 1.5)
/// try schedule.session(of: ketamine, on: 0)
/// try schedule.practise(2, on: 1...4)
/// ```
public struct Schedule: Hashable, Sendable {
  /// The greatest number of days: fifty years.
  public static let greatestDays = 18_263

  /// How many days it has.
  public let days: Int
  /// Doses of the sessions of each treatment.
  private(set) var sessions: [Treatment: [Double]] = [:]
  /// Doses of each medicine taken.
  private(set) var medicines: [Treatment: [Double]] = [:]
  private(set) var practice: [Double]
  private(set) var aimed: [Double]
  private(set) var visits: [Double]
  private(set) var events: [Double]
  private(set) var circumstances: [Double]

  /// A schedule on which nothing happens.
  ///
  /// - Parameter days: from 1 to ``greatestDays``.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public init(days: Int) throws(SimulationError) {
    try SimulationError.check(days, "the number of days", in: 1...Schedule.greatestDays)
    self.days = days
    let nothing = [Double](repeating: 0, count: days)
    practice = nothing
    aimed = nothing
    visits = nothing
    events = nothing
    circumstances = nothing
  }

  /// Gives a session: its window, its acute lift, its loss of retrieval and its practice. Its
  /// expectancy comes with ``visit(on:weight:)``, which a blinded control has too.
  ///
  /// - Parameters:
  ///   - treatment: the treatment.
  ///   - day: the day.
  ///   - dose: 1 is a usual session; from 0 to 10.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public mutating func session(
    of treatment: Treatment, on day: Int, dose: Double = 1
  ) throws(SimulationError) {
    try check(day)
    try SimulationError.check(dose, "the dose of a session", in: 0...10)
    sessions[treatment, default: [Double](repeating: 0, count: days)][day] += dose
    try practise(
      treatment.practice * dose, on: day...day, aimedAtNegative: treatment.aimed)
  }

  /// Gives a whole course: sessions, and visits that weigh what the treatment's visits weigh.
  ///
  /// - Parameters:
  ///   - treatment: the treatment.
  ///   - days: the days of the sessions, the first of them with the first visit.
  ///   - dose: 1 is a usual session.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public mutating func course(
    of treatment: Treatment, on days: [Int], dose: Double = 1
  ) throws(SimulationError) {
    let first = days.min()
    for day in days {
      try session(of: treatment, on: day, dose: dose)
      try visit(on: day, weight: day == first ? treatment.firstVisit : treatment.laterVisit)
    }
  }

  /// Has a medicine taken each day.
  ///
  /// - Parameters:
  ///   - treatment: the medicine.
  ///   - days: the first and the last day.
  ///   - dose: 1 is a usual dose; from 0 to 1, since occupancy is nearly full at a usual dose.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public mutating func take(
    _ treatment: Treatment, on days: ClosedRange<Int>, dose: Double = 1
  ) throws(SimulationError) {
    try check(days)
    try SimulationError.check(dose, "the dose of a medicine", in: 0...1)
    var doses = medicines[treatment] ?? [Double](repeating: 0, count: self.days)
    for day in days { doses[day] = dose }
    medicines[treatment] = doses
  }

  /// Asks for practice each day; how often it is done is the adherence of the model.
  ///
  /// - Parameters:
  ///   - units: units of practice a day, from 0 to 10.
  ///   - days: the first and the last day.
  ///   - aimedAtNegative: the share that weakens negative memories, from 0 to 1.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public mutating func practise(
    _ units: Double, on days: ClosedRange<Int>, aimedAtNegative: Double = 0
  ) throws(SimulationError) {
    try check(days)
    try SimulationError.check(units, "the practice of a day", in: 0...10)
    try SimulationError.check(aimedAtNegative, "the share of practice", in: 0...1)
    for day in days where units > 0 {
      let together = practice[day] + units
      aimed[day] = (aimed[day] * practice[day] + aimedAtNegative * units) / together
      practice[day] = together
    }
  }

  /// Makes a visit, with the expectancy and the lift that it brings.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - weight: 1 is an ordinary first visit; from 0 to 10.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public mutating func visit(on day: Int, weight: Double = 1) throws(SimulationError) {
    try check(day)
    try SimulationError.check(weight, "the weight of a visit", in: 0...10)
    visits[day] += weight
  }

  /// Lets a stressful event happen to everybody.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - size: 1 is an ordinary stressful event; from 0 to 10.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public mutating func stress(on day: Int, size: Double = 1) throws(SimulationError) {
    try check(day)
    try SimulationError.check(size, "the size of an event", in: 0...10)
    events[day] += size
  }

  /// Changes everybody's circumstances.
  ///
  /// - Parameters:
  ///   - shift: what the quality of a day changes by, from -3 to 3.
  ///   - days: the first and the last day.
  /// - Throws: ``SimulationError/outOfRange(name:value:allowed:)``.
  public mutating func change(
    circumstances shift: Double, on days: ClosedRange<Int>
  ) throws(SimulationError) {
    try check(days)
    try SimulationError.check(shift, "the change of circumstances", in: -3...3)
    for day in days { circumstances[day] += shift }
  }

  private func check(_ day: Int) throws(SimulationError) {
    try SimulationError.check(day, "the day", in: 0...days - 1)
  }

  private func check(_ range: ClosedRange<Int>) throws(SimulationError) {
    try check(range.lowerBound)
    try check(range.upperBound)
  }
}
