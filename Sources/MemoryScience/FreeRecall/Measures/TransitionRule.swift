/// Which transitions between recalls an analysis counts.
///
/// The rule is asked both about the transitions that were made and about those that could have been.
public enum TransitionRule: Sendable {
  /// All.
  case all
  /// Those between words of the same value of an attribute.
  case within(String)
  /// Those between words of different values of an attribute.
  case between(String)
  /// Those that a rule of one's own admits, given the list and the two serial positions, from 1.
  case custom(@Sendable (ScoredList, _ from: Int, _ to: Int) -> Bool)

  func resolved(in data: RecallData) throws(MemoryScienceError) -> ResolvedRule {
    switch self {
    case .all: .all
    case .within(let name): .within(try data.index(of: name))
    case .between(let name): .between(try data.index(of: name))
    case .custom(let rule): .custom(rule)
    }
  }
}

/// A rule with its column looked up.
enum ResolvedRule: Sendable {
  case all
  case within(Int)
  case between(Int)
  case custom(@Sendable (ScoredList, _ from: Int, _ to: Int) -> Bool)

  var isAll: Bool {
    guard case .all = self else { return false }
    return true
  }

  func admits(_ list: ScoredList, from: Int, to: Int) -> Bool {
    switch self {
    case .all: return true
    case .within(let column):
      let label = list.labels(column)[from - 1]
      return label >= 0 && label == list.labels(column)[to - 1]
    case .between(let column):
      let label = list.labels(column)[from - 1]
      let other = list.labels(column)[to - 1]
      return label >= 0 && other >= 0 && label != other
    case .custom(let rule): return rule(list, from, to)
    }
  }
}

/// Walks through the transitions of a list and the words left at each.
///
/// A transition is a pair of successive correct recalls. A repeat or an intrusion takes part in
/// none and is nobody's alternative.
struct TransitionWalk: Sendable {
  let rule: ResolvedRule
  private var left: [Int] = []
  private var pool: [Int] = []

  init(_ rule: ResolvedRule) { self.rule = rule }

  /// Calls for each transition that the rule admits.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - body: takes the place of the first recall in the sequence, the two serial positions, and
  ///     the positions that could have been recalled, the one that was among them.
  @inline(__always)
  mutating func forEach(
    in list: ScoredList, _ body: (_ place: Int, _ from: Int, _ to: Int, _ pool: [Int]) -> Void
  ) {
    left.removeAll(keepingCapacity: true)
    for position in 1...list.length { left.append(position) }
    var from = 0
    let sequence = list.sequence
    for place in sequence.indices {
      let to = sequence[place]
      if from > 0, to > 0 {
        if rule.isAll {
          body(place - 1, from, to, left)
        } else if rule.admits(list, from: from, to: to) {
          pool.removeAll(keepingCapacity: true)
          for position in left where rule.admits(list, from: from, to: position) {
            pool.append(position)
          }
          body(place - 1, from, to, pool)
        }
      }
      if to > 0, let index = left.firstIndex(of: to) { left.remove(at: index) }
      from = to
    }
  }
}

/// The share of alternatives that a choice beats: 1 when its value is the least of all, 0 when it is
/// the greatest, ties counting half.
///
/// - Parameters:
///   - chosen: the value of the choice.
///   - pool: what could have been chosen, the choice among it.
///   - value: the value of an alternative.
/// - Returns: the rank, `nil` when there was no alternative.
@inline(__always)
func percentileRank(of chosen: Double, in pool: [Int], _ value: (Int) -> Double) -> Double? {
  guard pool.count > 1 else { return nil }
  var greater = 0
  var ties = -1
  for position in pool {
    let other = value(position)
    if other > chosen { greater += 1 } else if other == chosen { ties += 1 }
  }
  return (Double(greater) + 0.5 * Double(ties)) / Double(pool.count - 1)
}
