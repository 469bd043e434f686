private import Foundation
internal import Statistics

/// The search for the likeliest half-life and share of context.
struct DiarySearch {
  let likelihood: DiaryLikelihood
  let tolerance: Double
  /// The half-life of the effect of events, where it is given.
  var eventHalfLife: Double?

  /// The half-lives that are tried, in hours: from three minutes to two weeks.
  static let halfLives = 0.05...336.0
  /// The shares of context that are tried.
  static let shares = 0.0...0.995

  /// The likeliest share of context at a half-life.
  func best(halfLife: Double) -> DiaryLikelihood.Dynamics {
    func value(_ share: Double) -> Double {
      let dynamics = DiaryLikelihood.Dynamics(
        halfLife: halfLife, contextShare: share, eventHalfLife: eventHalfLife)
      return -(likelihood.profile(dynamics)?.logLikelihood ?? -.infinity)
    }
    guard likelihood.model.hasInertia else {
      return .init(halfLife: halfLife, contextShare: 0, eventHalfLife: eventHalfLife)
    }
    let found = BrentMinimum(tolerance: tolerance).minimum(of: value, in: Self.shares)
    // The search does not try the ends of its range.
    let share = value(0) <= found.value ? 0 : found.point[0]
    return .init(halfLife: halfLife, contextShare: share, eventHalfLife: eventHalfLife)
  }

  /// The profile log-likelihood of a half-life.
  func value(logHalfLife: Double) -> Double {
    likelihood.profile(best(halfLife: exp(logHalfLife)))?.logLikelihood ?? -.infinity
  }

  /// The likeliest dynamics.
  func best() -> DiaryLikelihood.Dynamics {
    let low = log(Self.halfLives.lowerBound)
    let high = log(Self.halfLives.upperBound)
    guard likelihood.model.hasHalfLife else {
      return .init(halfLife: Self.halfLives.lowerBound, contextShare: 0)
    }
    let steps = 12
    let grid = (0...steps).map { low + (high - low) * Double($0) / Double(steps) }
    let values = grid.map(value)
    guard let peak = values.indices.max(by: { values[$0] < values[$1] }) else {
      return best(halfLife: Self.halfLives.lowerBound)
    }
    let range = grid[max(peak - 1, 0)]...grid[min(peak + 1, steps)]
    let found = BrentMinimum(tolerance: tolerance).minimum(
      of: { -value(logHalfLife: $0) }, in: range)
    // A maximum at an end of the grid is kept as it is.
    let point = -found.value >= values[peak] ? found.point[0] : grid[peak]
    return best(halfLife: exp(point))
  }

  /// Where the profile falls below a level on one side of its maximum.
  ///
  /// - Returns: the half-life; nothing where the level is not reached within the tried range.
  func crossing(from peak: Double, towards end: Double, level: Double) -> Double? {
    var inside = log(peak)
    var outside = log(end)
    guard value(logHalfLife: outside) < level else { return nil }
    while abs(outside - inside) > 1e-3 {
      let middle = 0.5 * (inside + outside)
      if value(logHalfLife: middle) < level { outside = middle } else { inside = middle }
    }
    return exp(0.5 * (inside + outside))
  }
}
