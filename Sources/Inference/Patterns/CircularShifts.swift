/// The strongest column that chance finds when predictors are shifted in time against the outcome.
///
/// A shift keeps each predictor's own rhythm and the dependence between predictors and takes away only
/// what ties them to the outcome's days. The strength of a column is its product with the outcome's
/// residuals, weighted as generalised least squares weighs them, so that a shift costs one sum.
struct CircularShifts {
  /// The residual of each reading divided by its variance, given all others.
  let weights: [Double]
  /// The day of each reading.
  let days: [Int]
  let columns: PatternColumns
  /// Weighted members of each group, and the group's information.
  let groups: [[(column: Int, weight: Double)]]
  let information: [Double]

  /// Shifts by less than this many days leave too much of the pattern in place.
  static let leastShift = 7
  /// Of more shifts than these, as many are taken at even distances; a prime, so that they fall on all
  /// weekdays.
  static let mostShifts = 997

  /// The share of shifts, the true one counted, whose strongest column is at least as strong.
  ///
  /// - Parameter strength: the absolute strength of the pattern.
  /// - Returns: the share, and how many shifts were tried; 1 and none when there are too few days.
  func share(of strength: Double) -> (share: Double, shifts: Int) {
    let length = columns.deviations.values.first?.values.count ?? 0
    guard length > 2 * CircularShifts.leastShift else { return (1, 0) }
    let all = CircularShifts.leastShift...(length - CircularShifts.leastShift)
    let count = min(all.count, CircularShifts.mostShifts)
    let shifts = (0..<count).map { all.lowerBound + $0 * all.count / count }
    let beyond = shifts.count { strongest(shift: $0, length: length) >= strength }
    return (Double(1 + beyond) / Double(1 + shifts.count), shifts.count)
  }

  /// The strength of a group without a shift.
  func strength(of group: Int) -> Double {
    guard information[group] > 0 else { return 0 }
    let product = groups[group].reduce(0) {
      $0 + $1.weight * dot(columns.raw[$1.column], weights)
    }
    return abs(product) / information[group].squareRoot()
  }

  private func strongest(shift: Int, length: Int) -> Double {
    products(shift: shift, length: length).reduce(0) { max($0, abs($1)) }
  }

  private func products(shift: Int, length: Int) -> [Double] {
    let single = columns.sources.map { source -> Double in
      guard let deviations = columns.deviations[source.predictor] else { return 0 }
      let offset = deviations.firstDay + source.lag + shift
      return deviations.values.withUnsafeBufferPointer { values in
        var sum = 0.0
        for (day, weight) in zip(days, weights) {
          var place = day &- offset
          while place < 0 { place &+= length }
          sum += values[place] * weight
        }
        return sum
      }
    }
    return zip(groups, information).map { group, information in
      let product = group.reduce(0) { $0 + $1.weight * single[$1.column] }
      return information > 0 ? product / information.squareRoot() : 0
    }
  }
}
