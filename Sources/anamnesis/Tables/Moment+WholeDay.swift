import Time

extension Moment {
  /// The whole day that the moment names, `nil` where it lies within a day or far out of reach.
  var wholeDay: Int? {
    guard abs(order) <= 1e6, order == order.rounded() else { return nil }
    return Int(order)
  }

  /// A whole day, written like this moment.
  ///
  /// - Parameter day: a number of days.
  /// - Returns: a date if this is one, else a number.
  func alike(_ day: Int) -> Moment {
    isDate ? .date(Day(number: day)) : .number(Double(day))
  }
}
