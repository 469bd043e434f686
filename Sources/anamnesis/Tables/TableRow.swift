/// What one row of a CSV file says for an analysis.
struct TableRow {
  /// The line of the file.
  let line: Int
  /// When it was true.
  var moment: Moment
  /// The outcome, `nil` where missing.
  var value: Double?
  /// The regressors, `nil` where missing.
  let regressors: [Double?]
  /// What it shares with other rows, when rows are grouped.
  let group: String?
}

extension [TableRow] {
  /// The rows by time; rows of one time keep their order.
  var inTime: [TableRow] {
    enumerated().sorted { left, right in
      (left.element.moment.order, left.offset) < (right.element.moment.order, right.offset)
    }.map(\.element)
  }

  /// The rows of each group together, groups in the order of their first row.
  var grouped: [[TableRow]] {
    var places: [String: Int] = [:]
    var groups: [[TableRow]] = []
    for row in self {
      let key = row.group ?? ""
      if let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    return groups
  }
}
