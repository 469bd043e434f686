/// Why a panel of people cannot be filtered.
public enum PanelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A part of the model has the wrong number of rows or columns.
  case shape(part: String, rows: Int, columns: Int)
  /// A part of the model holds what is not a finite number.
  case notFinite(part: String)
  /// A covariance is not symmetric or has a negative direction.
  case notCovariance(part: String)
  /// A measurement noise is not above 0.
  case noNoise(series: Int)
  /// The number of values is not people x days x series.
  case count(values: Int, people: Int, days: Int, series: Int)
  /// A value is infinite.
  case infinite(index: Int)

  /// What is wrong and how to put it right.
  public var description: String {
    switch self {
    case .shape(let part, let rows, let columns):
      "The \(part) of the panel model must be \(rows) x \(columns); give it that shape."
    case .notFinite(let part):
      "The \(part) of the panel model holds a number that is not finite; give finite numbers."
    case .notCovariance(let part):
      "The \(part) of the panel model must be symmetric without negative eigenvalues."
    case .noNoise(let series):
      "The measurement noise of series \(series) must be above 0."
    case .count(let values, let people, let days, let series):
      "\(values) values are not \(people) people x \(days) days x \(series) series; "
        + "fill what is missing with what is not a number."
    case .infinite(let index):
      "Value \(index) is infinite; mark what is missing with what is not a number."
    }
  }
}
