/// How the treatment of an N-of-1 trial was drawn by lot, period by period.
///
/// The periods are equally long stretches in order of time, of one or several readings. A test may
/// count only the schedules that could have come out of the lot that was really drawn.
public enum RandomisationDesign: Hashable, Sendable {
  /// Any schedule with the same number of treated periods was equally likely.
  case complete
  /// Within each block of this many successive periods, any order with the same number of treated ones
  /// was equally likely; 2 for randomised pairs.
  case blocks(periods: Int)
  /// Treatment began at one of these periods and then stayed; each was equally likely.
  case startPoint(candidates: [Int])
  /// Any schedule with the same number of treated periods was equally likely in which neither
  /// condition lasts longer than this many periods in a row, 1 to 12.
  case alternation(longestRun: Int)
}
