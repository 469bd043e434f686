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
    var last = 0
    for (index, element) in elements.enumerated() {
      guard element.time >= last, element.time < transitions.count, element.series >= 0 else {
        throw .shape("observation \(index + 1) is out of order or outside the instants")
      }
      guard element.regressors.count == regressorCount else {
        throw .shape(
          "observation \(index + 1) has \(element.regressors.count) regressors, not \(regressorCount)"
        )
      }
      guard element.value.isFinite, element.regressors.allSatisfy(\.isFinite) else {
        throw .value("observation \(index + 1) holds a number that is not finite")
      }
      last = element.time
    }
    timeCount = transitions.count
    self.regressorCount = regressorCount
    self.transitions = transitions
    times = elements.map(\.time)
    series = elements.map(\.series)
    let width = [4, 8, 16].first { regressorCount < $0 } ?? max(32, regressorCount + 1)
    var columns = [Double](repeating: 0, count: elements.count * width)
    for (index, element) in elements.enumerated() {
      columns[index * width] = element.value
      for (offset, value) in element.regressors.enumerated() {
        columns[index * width + offset + 1] = value
      }
    }
    stride = width
    self.columns = columns
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
