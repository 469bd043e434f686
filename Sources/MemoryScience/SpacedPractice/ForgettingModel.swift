/// A model of how a memory fades and how reviews strengthen it, with a state it carries along.
///
/// ``MemoryModel`` is one. A later version of FSRS becomes another conformance, and every
/// ``PracticeLog`` can be replayed with it, since logs keep raw times and grades.
public protocol ForgettingModel: Sendable {
  /// What the model remembers of a memory between reviews.
  associatedtype State: Sendable

  /// The time between two reviews as the model counts it.
  ///
  /// - Parameters:
  ///   - earlier: milliseconds since 1970.
  ///   - later: milliseconds since 1970, not before `earlier`.
  /// - Returns: days, 0 or more.
  func days(from earlier: Int, to later: Int) -> Double

  /// The state after a first review.
  ///
  /// - Parameter grade: how it went.
  /// - Returns: the state.
  func firstState(_ grade: PracticeGrade) -> State

  /// The probability that a memory comes back.
  ///
  /// - Parameters:
  ///   - state: the state after the latest review.
  ///   - days: the time since that review, 0 or more.
  /// - Returns: a probability.
  func retrievability(of state: State, after days: Double) -> Double

  /// The state after a further review.
  ///
  /// - Parameters:
  ///   - state: the state after the review before it.
  ///   - days: the time since that review, 0 or more.
  ///   - grade: how it went.
  /// - Returns: the new state.
  func state(after state: State, days: Double, grade: PracticeGrade) -> State
}

/// One review of a log, seen by a model.
public struct ReplayedReview<State: Sendable>: Sendable {
  /// The raw review.
  public let review: PracticeReview
  /// Days since the review before it, as the model counts them; nothing for a first review.
  public let days: Double?
  /// The probability of recall that the model foretold; nothing for a first review.
  public let retrievability: Double?
  /// The state after the review.
  public let state: State
}

extension PracticeLog {
  /// Runs a model over the whole log from the start.
  ///
  /// - Parameter model: the model.
  /// - Returns: every review with what the model foretold and its state after it, card after card.
  public func replay<Model: ForgettingModel>(
    with model: Model
  ) -> [ReplayedReview<Model.State>] {
    var replayed: [ReplayedReview<Model.State>] = []
    replayed.reserveCapacity(count)
    for (place, card) in cards.enumerated() {
      var latest: (time: Int, state: Model.State)?
      for index in reviews(ofCardAt: place) {
        let (time, grade) = (times[index], grades[index])
        let days = latest.map { model.days(from: $0.time, to: time) }
        var retrievability: Double?
        var state = model.firstState(grade)
        if let latest, let days {
          retrievability = model.retrievability(of: latest.state, after: days)
          state = model.state(after: latest.state, days: days, grade: grade)
        }
        latest = (time, state)
        replayed.append(
          ReplayedReview(
            review: PracticeReview(card: card, time: time, grade: grade), days: days,
            retrievability: retrievability, state: state))
      }
    }
    return replayed
  }
}
