extension Scoring {
  /// The total of one person's answers, each known to be an answer of its item.
  ///
  /// - Parameters:
  ///   - answers: the value of the option chosen for each item; an absent item was skipped.
  ///   - name: the instrument's short name, for reasons.
  /// - Returns: the total, or why there is none.
  func total(of answers: [ItemID: Int], named name: String) -> Score.Total {
    let missing = missing(in: answers)
    switch rule {
    case .sum: return sum(of: answers, missing, named: name)
    case .domainMaximum(let domains): return maxima(domains, answers, missing, named: name)
    case .tScore(let table):
      guard missing.isEmpty, let row = table.row(forSum: points(of: answers)) else {
        return needsEveryItem(missing, named: name)
      }
      return .complete(row.score)
    case .itemLevel: return .separate(missing: missing)
    case .triage(let table):
      let unasked = table.unasked(after: answers)
      return .separate(missing: missing.filter { !unasked.contains($0) })
    }
  }

  /// The lowest and the highest total that answers can have, where there is one.
  var possibleTotals: ClosedRange<Double>? {
    let lowest = scales.map(\.ends.lowerBound), highest = scales.map(\.ends.upperBound)
    switch rule {
    case .sum:
      let ends = [lowest, highest].map { transform(Double($0.reduce(0, +))) }.sorted()
      return ends[0]...ends[1]
    case .domainMaximum(let domains):
      let scale = Dictionary(scales.map { ($0.item, $0.ends) }) { first, _ in first }
      let ends = domains.map { domain in domain.compactMap { scale[$0] } }
      let sums = [
        ends.compactMap { $0.map(\.lowerBound).max() },
        ends.compactMap { $0.map(\.upperBound).max() },
      ].map { Double($0.reduce(0, +)) }
      return sums[0]...sums[1]
    case .tScore(let table):
      guard let first = table.rows.first, let last = table.rows.last, first.score <= last.score
      else { return nil }
      return first.score...last.score
    case .itemLevel, .triage: return nil
    }
  }

  /// The skipped items, without those whose pair was answered.
  private func missing(in answers: [ItemID: Int]) -> [ItemID] {
    scales.map(\.item).filter { item in
      answers[item] == nil
        && !eitherOr.contains { $0.contains(item) && $0.contains { answers[$0] != nil } }
    }
  }

  /// The points of an answer, turned round where the item is reversed.
  private func points(of scale: ItemScale, _ answer: Int) -> Int {
    reversed.contains(scale.item)
      ? scale.ends.lowerBound + scale.ends.upperBound - answer : answer
  }

  private func points(of answers: [ItemID: Int]) -> Int {
    scales.reduce(0) { sum, scale in sum + (answers[scale.item].map { points(of: scale, $0) } ?? 0)
    }
  }

  private func sum(
    of answers: [ItemID: Int], _ missing: [ItemID], named name: String
  ) -> Score.Total {
    let sum = points(of: answers)
    if missing.isEmpty { return .complete(transform(Double(sum))) }
    guard prorates else { return needsEveryItem(missing, named: name) }
    guard missing.count <= maximumMissing, missing.count < scales.count else {
      return .unscorable(
        missing: missing,
        reason: "\(missing.count) of \(scales.count) items are skipped; \(name) allows at most "
          + "\(maximumMissing).")
    }
    let mean = Double(sum * scales.count) / Double(scales.count - missing.count)
    return .prorated(transform((mean + 0.5).rounded(.down)), missing: missing)
  }

  private func maxima(
    _ domains: [[ItemID]], _ answers: [ItemID: Int], _ missing: [ItemID], named name: String
  ) -> Score.Total {
    let highest = domains.map { domain in domain.compactMap { answers[$0] }.max() }
    guard !highest.contains(nil) else {
      return .unscorable(
        missing: missing, reason: "\(name) needs an answer in each of its \(domains.count) domains."
      )
    }
    let total = Double(highest.reduce(0) { $0 + ($1 ?? 0) })
    return missing.isEmpty ? .complete(total) : .prorated(total, missing: missing)
  }

  private func needsEveryItem(_ missing: [ItemID], named name: String) -> Score.Total {
    .unscorable(missing: missing, reason: "\(name) has a total only when every item is answered.")
  }
}
