extension PersonState {
  /// Puts the states of people side by side.
  init(people: (Int) -> PersonState<Double>) {
    func gather(_ part: (PersonState<Double>) -> Double) -> N { N(people: { part(people($0)) }) }
    mood = gather(\.mood)
    fastPositive = gather(\.fastPositive)
    fastNegative = gather(\.fastNegative)
    slowPositive = gather(\.slowPositive)
    slowNegative = gather(\.slowNegative)
    belief = gather(\.belief)
    precision = gather(\.precision)
    plasticity = gather(\.plasticity)
    load = gather(\.load)
    sleep = gather(\.sleep)
    severity = gather(\.severity)
    felt = gather(\.felt)
  }

  /// The state of one of them.
  func person(_ index: Int) -> PersonState<Double> {
    PersonState<Double>(parts: self, index)
  }

  private init<Lanes: ModelNumber>(parts: PersonState<Lanes>, _ index: Int) where N == Double {
    mood = parts.mood[person: index]
    fastPositive = parts.fastPositive[person: index]
    fastNegative = parts.fastNegative[person: index]
    slowPositive = parts.slowPositive[person: index]
    slowNegative = parts.slowNegative[person: index]
    belief = parts.belief[person: index]
    precision = parts.precision[person: index]
    plasticity = parts.plasticity[person: index]
    load = parts.load[person: index]
    sleep = parts.sleep[person: index]
    severity = parts.severity[person: index]
    felt = parts.felt[person: index]
  }

  /// One of the quantities that can be followed.
  ///
  /// - Parameters:
  ///   - trace: which.
  ///   - positive: q of the day.
  /// - Returns: its value at the end of the day.
  func value(of trace: Recording.Trace, _ positive: N) -> N {
    switch trace {
    case .mood: mood
    case .retrieval: positive
    case .severity: severity
    case .balance:
      ((fastPositive + slowPositive).atLeast(0.1) / (fastNegative + slowNegative).atLeast(0.1))
        .logarithm()
    case .belief: belief
    case .plasticity: plasticity
    case .load: load
    case .sleep: sleep
    }
  }
}
