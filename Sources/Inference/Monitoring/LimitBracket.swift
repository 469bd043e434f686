private import Foundation

/// Two limits between which the rate of alarms falls to that of the budget.
struct LimitBracket {
  private let alarms: Double
  /// The widest limit known to bring too many alarms; its rate is `nil` while that is not known.
  private var low: (limit: Double, rate: Double?)
  /// The narrowest limit known not to.
  private var high: (limit: Double, rate: Double?)

  init(range: ClosedRange<Double>, alarms: Double) {
    self.alarms = alarms
    low = (range.lowerBound, nil)
    high = (range.upperBound, nil)
  }

  /// Whether both ends lie within 2 %.
  var isNarrow: Bool { high.limit <= 1.02 * low.limit }

  mutating func learn(_ rate: Double, at limit: Double) {
    if rate > alarms { low = (limit, rate) } else { high = (limit, rate) }
  }

  /// Where to look next: a little to the wider side of the crossing, or to the other when that side
  /// is the closer one already, so that both ends close in.
  var next: Double {
    let place: Double
    switch (low.rate, high.rate) {
    case (nil, nil): place = (low.limit * high.limit).squareRoot()
    case (nil, _): place = high.limit / 1.3
    case (_, nil): place = low.limit * 1.3
    default:
      let crossing = crossing
      place = high.limit > 1.012 * crossing ? crossing * 1.009 : crossing / 1.009
    }
    // At least a quarter of the way to 2 % from either end, so that the search ends.
    let inner = min(1.005, (high.limit / low.limit).squareRoot())
    return min(max(place, low.limit * inner), high.limit / inner)
  }

  /// The limit that keeps the budget; the end of the range where none within it does.
  var limit: Double { low.rate == nil || high.rate == nil ? high.limit : crossing }

  private var crossing: Double {
    guard let many = low.rate, let few = high.rate, few > 0 else {
      return (low.limit * high.limit).squareRoot()
    }
    let share = log(many / alarms) / log(many / few)
    return low.limit * pow(high.limit / low.limit, share)
  }
}
