internal import Statistics

/// Sums over all people who came to the same visits, which is all that the likelihood needs of them.
struct VisitPattern {
  /// The visits they came to, in order.
  let visits: [Int]
  /// How many people they are.
  let people: Int
  /// For each pair of visits a ≥ b, in order: Σ w_a w_b' over people, w = [Q row, y]; row after row.
  let products: [[Double]]

  /// Sums over people, in columns that are orthonormal and for an outcome without them.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - columns: Q and, last, the rest of the outcome.
  /// - Returns: a pattern for each set of visits that somebody came to.
  static func all(_ data: RepeatedMeasuresData, columns: [[Double]]) -> [VisitPattern] {
    let r = columns.count
    var places: [[Int]: Int] = [:]
    var kept: [(visits: [Int], people: Int, products: [[Double]])] = []
    for person in data.groups.people.indices {
      let rows = data.groups.rows(of: person).sorted { data.visit[$0] < data.visit[$1] }
      let visits = rows.map { data.visit[$0] }
      let count = visits.count
      let place = places[visits] ?? kept.count
      if place == kept.count {
        places[visits] = place
        let empty = [Double](repeating: 0, count: r * r)
        kept.append((visits, 0, Array(repeating: empty, count: count * (count + 1) / 2)))
      }
      kept[place].people += 1
      var pair = 0
      for a in rows.indices {
        for b in 0...a {
          for i in 0..<r {
            let left = columns[i][rows[a]]
            for j in 0..<r { kept[place].products[pair][i * r + j] += left * columns[j][rows[b]] }
          }
          pair += 1
        }
      }
    }
    return kept.map { VisitPattern(visits: $0.visits, people: $0.people, products: $0.products) }
  }
}
