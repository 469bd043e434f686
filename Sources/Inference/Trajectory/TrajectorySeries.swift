/// Readings of one quantity over time, with regressors, and the times at which a path is wanted.
public struct TrajectorySeries: Sendable {
  /// One reading.
  public struct Reading: Hashable, Sendable {
    /// When, in days from any origin.
    public var time: Double
    /// What was read.
    public var value: Double
    /// The regressors at that time.
    public var regressors: [Double]

    /// Creates a reading.
    ///
    /// - Parameters:
    ///   - time: when, in days from any origin.
    ///   - value: what was read.
    ///   - regressors: the regressors at that time.
    public init(time: Double, value: Double, regressors: [Double] = []) {
      self.time = time
      self.value = value
      self.regressors = regressors
    }
  }

  /// The readings in time order.
  public let readings: [Reading]
  /// The names of the regressors.
  public let regressorNames: [String]
  /// All times of the path, ascending and distinct: those of readings and those asked for.
  public let times: [Double]
  /// The weekday (0 Monday … 6 Sunday) of the day that holds time 0, when weekdays matter.
  public let weekdayOfDayZero: Int?

  /// Gathers readings.
  ///
  /// - Parameters:
  ///   - readings: the readings in any order; several may share a time.
  ///   - regressorNames: one name per regressor.
  ///   - alsoAt: further times at which the path is wanted, such as days to come.
  ///   - weekdayOfDayZero: the weekday of the day that holds time 0.
  /// - Throws: ``InferenceError`` when there is no reading, or a number is not finite or too large.
  public init(
    _ readings: [Reading], regressorNames: [String] = [], alsoAt: [Double] = [],
    weekdayOfDayZero: Int? = nil
  ) throws(InferenceError) {
    guard !readings.isEmpty else { throw .tooFew(observed: 0, needed: 1, what: "a trajectory") }
    for reading in readings {
      guard reading.regressors.count == regressorNames.count else {
        throw .unusable(
          "a reading has \(reading.regressors.count) regressors, not "
            + "\(regressorNames.count)")
      }
      guard ([reading.value] + reading.regressors).allSatisfy({ abs($0) < 1e100 }) else {
        throw .unusable("a reading at time \(reading.time) is not finite or beyond 1e100")
      }
    }
    guard (readings.map(\.time) + alsoAt).allSatisfy({ abs($0) < 1e7 }) else {
      throw .unusable("times lie within 10 million days of the origin")
    }
    self.readings = readings.sorted { $0.time < $1.time }
    self.regressorNames = regressorNames
    self.weekdayOfDayZero = weekdayOfDayZero
    var times: [Double] = []
    for time in (readings.map(\.time) + alsoAt).sorted() where time != times.last {
      times.append(time)
    }
    self.times = times
  }

  /// The same series with only the readings before a time.
  ///
  /// - Parameter time: readings at or after it are left out; the times of the path stay.
  /// - Returns: the shortened series.
  /// - Throws: ``InferenceError`` when no reading is left.
  public func before(_ time: Double) throws(InferenceError) -> TrajectorySeries {
    try TrajectorySeries(
      readings.filter { $0.time < time }, regressorNames: regressorNames,
      alsoAt: times.filter { $0 < time }, weekdayOfDayZero: weekdayOfDayZero)
  }

  func weekday(at time: Double) -> Int? {
    guard let zero = weekdayOfDayZero else { return nil }
    let shifted = (Int(time.rounded(.down)) + zero % 7) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }
}
