/// FSRS-6: how a memory fades as a power of time, and how each review changes its stability and
/// difficulty.
///
/// Formulas: the Free Spaced Repetition Scheduler, version 6 (J. Ye and contributors, 2022-2025),
/// as published in the documentation of the project; the forgetting curve is the power law of
/// Wixted and Ebbesen (1991). Stability is the time in days after which recall has fallen to 90 %.
///
/// All methods are pure and, but for ``finalStates(of:)``, take constant time.
///
/// ## Topics
/// ### Choosing
/// - ``Weights``
/// - ``Convention``
/// ### Forgetting
/// - ``retrievability(of:after:)``
/// - ``interval(stability:retention:)``
/// - ``meanRetrievability(of:over:)``
/// ### Reviews
/// - ``firstState(_:)``
/// - ``state(after:days:grade:)``
/// - ``finalStates(of:)``
public struct MemoryModel: ForgettingModel, Hashable {
  /// The weights.
  public let weights: Weights
  /// How days are counted and where stability ends.
  public let convention: Convention
  /// The weights by name, and what can be computed from them once.
  let terms: Terms

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - weights: the weights, those of FSRS-6 if not said.
  ///   - convention: how days are counted and where stability ends.
  public init(weights: Weights = .defaults, convention: Convention = .scheduling) {
    self.weights = weights
    self.convention = convention
    terms = Terms(weights)
  }

  /// The time between two reviews as ``convention`` counts it.
  ///
  /// - Parameters:
  ///   - earlier: milliseconds since 1970.
  ///   - later: milliseconds since 1970; a time before `earlier` counts as the same time.
  /// - Returns: days, 0 or more.
  public func days(from earlier: Int, to later: Int) -> Double {
    convention.days(from: earlier, to: later)
  }

  /// The state of every card after its last review.
  ///
  /// - Parameter log: the reviews.
  /// - Returns: one state for each of the log's cards, in their order.
  public func finalStates(of log: PracticeLog) -> [State] {
    log.cards.indices.map { place in
      let reviews = log.reviews(ofCardAt: place)
      var state = firstState(log.grades[reviews.lowerBound])
      for index in reviews.dropFirst() {
        let days = convention.days(from: log.times[index - 1], to: log.times[index])
        state = next(state, days: days, grade: log.grades[index])
      }
      return state
    }
  }
}
