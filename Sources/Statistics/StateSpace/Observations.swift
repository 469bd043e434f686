/// What was observed when, with the regressors that shift each observation.
///
/// Time is a row of instants `0 ..< timeCount`; each instant holds any number of scalar
/// observations, so that a missing value is one observation less and needs no mark. Instants
/// without observations are forecast or interpolated.
public struct Observations: Sendable {
  /// One scalar observation.
  public struct Element: Sendable {
    /// The instant, `0 ..< timeCount`, not decreasing.
    public var time: Int
    /// Which of the model's observation rows it follows.
    public var series: Int
    /// The observed value.
    public var value: Double
    /// The values of the regressors.
    public var regressors: [Double]

    /// Creates an observation.
    ///
    /// - Parameters:
    ///   - time: the instant, `0 ..< timeCount`.
    ///   - series: the index of the model's observation row.
    ///   - value: the observed value.
    ///   - regressors: one number per regressor.
    public init(time: Int, series: Int = 0, value: Double, regressors: [Double] = []) {
      self.time = time
      self.series = series
      self.value = value
      self.regressors = regressors
    }
  }

  /// The number of instants.
  public let timeCount: Int
  /// The number of regressors.
  public let regressorCount: Int
  /// For each instant, which of the model's transitions leads into it (ignored for the first).
  public let transitions: [Int]
  /// The number of observations.
  public var count: Int { times.count }

  let times: [Int]
  let series: [Int]
  /// Row per observation: the value, the regressors, zeros up to ``stride``.
  private(set) var columns: [Double]
  /// The width of a row: the smallest of 4, 8, 16 and 32 that holds it, so that it loads as a vector.
  let stride: Int
  /// One more than the largest series and the largest transition that are pointed at.
  let extents: (series: Int, transitions: Int)

  /// Gathers observations.
  ///
  /// - Parameters:
  ///   - elements: the observations, in order of time.
  ///   - transitions: for each instant, the index of the transition that leads into it.
  ///   - regressorCount: how many regressors each element carries.
  /// - Throws: ``StateSpaceError`` when sizes or order do not fit or a number is not finite.
  public init(_ elements: [Element], transitions: [Int], regressorCount: Int = 0)
    throws(StateSpaceError)
  {
    if let index = elements.firstIndex(where: { $0.regressors.count != regressorCount }) {
      throw .shape(
        "observation \(index + 1) has \(elements[index].regressors.count) regressors, not "
          + "\(regressorCount)")
    }
    try self.init(
      times: elements.map(\.time), series: elements.map(\.series),
      rows: elements.flatMap { [$0.value] + $0.regressors }, transitions: transitions,
      regressorCount: regressorCount)
  }

  /// Gathers observations from columns.
  ///
  /// - Parameters:
  ///   - times: the instant of each observation, not decreasing.
  ///   - series: the model's observation row of each.
  ///   - rows: the value and the regressors of each, one after the other.
  ///   - transitions: for each instant, the index of the transition that leads into it.
  ///   - regressorCount: how many regressors a row holds.
  /// - Throws: ``StateSpaceError`` when sizes or order do not fit or a number is not finite.
  public init(
    times: [Int], series: [Int], rows: [Double], transitions: [Int], regressorCount: Int
  ) throws(StateSpaceError) {
    let (held, overflow) = regressorCount.addingReportingOverflow(1)
    guard regressorCount >= 0, !overflow, rows.count % held == 0, rows.count / held == times.count,
      series.count == times.count
    else {
      throw .shape("times, series and rows of the observations differ in length")
    }
    var last = 0
    for (index, time) in times.enumerated() {
      guard time >= last, time < transitions.count, series[index] >= 0, series[index] < .max else {
        throw .shape("observation \(index + 1) is out of order or outside the instants")
      }
      last = time
    }
    if let index = rows.firstIndex(where: { !$0.isFinite }) {
      throw .value("observation \(index / held + 1) holds a number that is not finite")
    }
    timeCount = transitions.count
    self.regressorCount = regressorCount
    self.transitions = transitions
    self.times = times
    self.series = series
    stride = [4, 8, 16].first { regressorCount < $0 } ?? max(32, held)
    columns = Observations.padded(rows, from: held, to: stride)
    let used = transitions.dropFirst()
    guard (used.min() ?? 0) >= 0, (used.max() ?? 0) < .max else {
      throw .shape("a transition has a negative index or one beyond any model")
    }
    extents = ((series.max() ?? -1) + 1, (used.max() ?? -1) + 1)
  }

  private static func padded(_ rows: [Double], from held: Int, to width: Int) -> [Double] {
    var columns = [Double](repeating: 0, count: rows.count / held * width)
    var target = 0
    for start in Swift.stride(from: 0, to: rows.count, by: held) {
      for offset in 0..<held { columns[target + offset] = rows[start + offset] }
      target += width
    }
    return columns
  }

  /// The same places and regressors with other values.
  ///
  /// - Parameter values: one finite value per observation.
  /// - Returns: the changed observations.
  /// - Throws: ``StateSpaceError`` when the count differs or a value is not finite.
  public func replacing(values: [Double]) throws(StateSpaceError) -> Observations {
    guard values.count == count else {
      throw .shape("\(values.count) values for \(count) observations")
    }
    guard values.allSatisfy(\.isFinite) else { throw .value("a value is not finite") }
    var changed = self
    for (index, value) in values.enumerated() {
      changed.columns[index * stride] = value
    }
    return changed
  }
}
