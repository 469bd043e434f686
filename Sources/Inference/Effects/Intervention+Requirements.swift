extension Intervention {
  /// What a series must have before an effect on it is estimated.
  public struct Requirements: Hashable, Sendable {
    /// The fewest readings before the first onset.
    public var readingsBefore = 7
    /// The fewest readings from the first onset on.
    public var readingsAfter = 7
    /// The share of readings at one end value from which on a scale is spent.
    public var floorShare = 0.8
    /// The share of missing readings around the onset from which on nothing is said.
    public var missingShare = 0.8
    /// How many days before and after the onset count as around it.
    public var window = 14.0

    /// The requirements that the reviews of this project use.
    public init() {}
  }

  /// Refuses a series that cannot tell of an effect.
  ///
  /// - Parameters:
  ///   - series: the readings.
  ///   - requirements: what it must have.
  /// - Throws: ``InferenceError`` with the reason: an onset outside the readings, too few of them
  ///   before or after it, none that differ, most at one end of the scale, most missing around it.
  public func check(
    _ series: TrajectorySeries, requirements: Requirements = Requirements()
  ) throws(InferenceError) {
    let readings = series.readings
    let (first, last) = (readings[0].time, readings[readings.count - 1].time)
    guard start > first, start <= last else {
      throw .option(
        "day \(start.days) lies outside the readings, which run from day \(first.days) to day "
          + "\(last.days)")
    }
    let before = readings.count { $0.time < start }
    let after = readings.count - before
    guard before >= requirements.readingsBefore else {
      throw .tooFew(
        observed: before, needed: requirements.readingsBefore,
        what: "an effect, counting readings before day \(start.days)")
    }
    guard after >= requirements.readingsAfter else {
      throw .tooFew(
        observed: after, needed: requirements.readingsAfter,
        what: "an effect, counting readings from day \(start.days) on")
    }
    try checkSpread(readings.map(\.value), requirements)
    try checkMissing(readings.map(\.time), series.times, requirements)
  }

  private func checkSpread(
    _ values: [Double], _ requirements: Requirements
  ) throws(InferenceError) {
    guard let lowest = values.min(), let highest = values.max(), lowest < highest else {
      throw .unusable("every reading is the same; there is no change to explain")
    }
    for end in [lowest, highest] {
      let share = Double(values.count { $0 == end }) / Double(values.count)
      guard share <= requirements.floorShare else {
        throw .unusable(
          "\(Int((100 * share).rounded())) % of the readings are \(end.days), the "
            + (end == lowest ? "lowest" : "highest")
            + " value seen; an outcome at the end of its scale cannot show an effect")
      }
    }
  }

  /// Expects a reading at every time of the path, or where these are known no better at every
  /// median gap between readings.
  private func checkMissing(
    _ readings: [Double], _ times: [Double], _ requirements: Requirements
  ) throws(InferenceError) {
    let gaps = zip(readings, readings.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.sorted()
    let gap = gaps.isEmpty ? 1 : gaps[gaps.count / 2]
    let reach = max(requirements.window, 3 * gap)
    let low = max(start - reach, readings[0])
    let high = min(start + reach, readings[readings.count - 1])
    let here = Set(readings.filter { low <= $0 && $0 <= high }).count
    let asked = times.count { low <= $0 && $0 <= high }
    let expected = max(Double(asked), ((high - low) / gap).rounded(.down) + 1)
    let missing = 1 - Double(here) / expected
    guard missing < requirements.missingShare else {
      throw .unusable(
        "\(Int((100 * missing).rounded())) % of the readings around day \(start.days) are missing; "
          + "what happened there cannot be told")
    }
  }
}

extension Double {
  /// The number without a needless fraction, for messages.
  var days: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}
