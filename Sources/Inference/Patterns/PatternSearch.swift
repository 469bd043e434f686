/// Goes from readings and predictors to ``Patterns``.
struct PatternSearch {
  let outcome: TrajectorySeries
  let model: TrajectoryModel
  let predictors: [PatternPredictor]
  let known: Hyperparameters?
  let settings: PatternSettings

  /// Readings that any search needs, whatever the person's own data say.
  static let fewestReadings = 28
  /// Readings before which a predictor has to be known at each lag.
  static let fewestKnown = 14
  /// The share of questions that is expected to have an answer, p₀/p: they were chosen by somebody
  /// who had a reason to ask.
  static let expectedShare = 0.2

  func run() throws(InferenceError) -> Patterns {
    try settings.checked(predictors: predictors)
    let days = try OutcomeCheck(outcome).days()
    let entered = entered(days: days)
    let columns = PatternColumns(
      days: days, deviations: try usable(entered.deviations), lags: settings.lags,
      firstLags: Dictionary(
        uniqueKeysWithValues: predictors.indices.map { ($0, predictors[$0].firstLag) }))
    try checkKnown(columns, days: days)
    let values: Hyperparameters
    if let known {
      values = known
    } else {
      values = try Trajectory.mode(of: outcome, model: model)
    }
    let whitened = try WhitenedOutcome(
      outcome, model: model, hyperparameters: values, scale: scale, columns: columns.raw)
    let single = try ProjectedProducts(whitened, columns: whitened.columns)
    let groups = PatternColumns.groups(of: single, beyond: settings.groupingCorrelation)
    let grouped = whitened.combined(groups)
    let products = try ProjectedProducts(whitened, columns: grouped)
    let need = try need(products, days: days)
    let draws = try products.standardised(expectedShare: PatternSearch.expectedShare).sampled(
      chains: settings.chains, warmup: settings.warmup, draws: settings.draws,
      seed: settings.seed)
    let summaries = products.cross.indices.compactMap { draws.summary(of: $0) }
    let chosen = falseSignSet(summaries.map(\.falseSignRate), bound: settings.falseSignRate)
    let judge = PatternJudge(
      search: self, columns: columns, groups: groups, days: days, hyperparameters: values,
      whitened: whitened, grouped: grouped, products: products, chosen: chosen)
    var candidates: [Patterns.Candidate] = []
    for (index, summary) in summaries.enumerated() {
      // From standard deviations of a whitened column to those of the predictor's deviation.
      let unit = (products.degrees / max(products.information(index), 1e-300)).squareRoot() * scale
      let gates = chosen.contains(index) ? try judge.gates(of: index) : []
      let isShown = !gates.isEmpty && gates.allSatisfy(\.isPassed)
      candidates.append(
        Patterns.Candidate(
          members: members(groups[index], columns), effect: summary.mean * unit,
          interval: (summary.interval.lowerBound * unit)...(summary.interval.upperBound * unit),
          falseSignRate: summary.falseSignRate, isChosen: chosen.contains(index), gates: gates,
          multiverse: isShown ? try judge.multiverse(of: index, isPositive: summary.mean > 0) : nil
        ))
    }
    return Patterns(
      provenance: Provenance(outcome), predictors: entered.reports, candidates: candidates,
      need: need, settings: settings)
  }

  /// What readings are divided by: their standard deviation.
  var scale: Double { SeriesSummary(outcome.readings.map(\.value)).standardDeviation }

  /// The deviations of every predictor that can be used, and a report on each.
  private func entered(
    days: [Int]
  ) -> (deviations: [Int: DailyDeviations], reports: [Patterns.Predictor]) {
    var deviations: [Int: DailyDeviations] = [:]
    var reports: [Patterns.Predictor] = []
    let span = (days[0] - (settings.lags.max() ?? 0))...(days[days.count - 1] + 1)
    for (index, predictor) in predictors.enumerated() {
      let share = Double(days.count { predictor.values[$0] != nil }) / Double(days.count)
      var refusal: InferenceError?
      do throws(InferenceError) {
        guard share >= settings.knownShare else {
          throw .mostlyMissing(name: predictor.name, share: 1 - share)
        }
        deviations[index] = try DailyDeviations(
          predictor, days: span, weekdayOfDayZero: outcome.weekdayOfDayZero)
      } catch { refusal = error }
      reports.append(
        Patterns.Predictor(
          name: predictor.name, knownShare: share,
          explainedShare: deviations[index]?.explainedShare,
          deviation: deviations[index]?.scale, refusal: refusal))
    }
    return (deviations, reports)
  }

  /// Refuses when nothing is left to ask, or everything left is the same thing.
  private func usable(
    _ deviations: [Int: DailyDeviations]
  ) throws(InferenceError) -> [Int: DailyDeviations] {
    let order = deviations.keys.sorted()
    guard let first = order.first, let reference = deviations[first] else {
      throw .unusable(
        "no predictor can be used: each is missing too often or does not vary from day to day")
    }
    let isOne = order.dropFirst().allSatisfy { other in
      guard let deviation = deviations[other] else { return false }
      let product = dot(reference.values, deviation.values)
      let size = dot(reference.values, reference.values) * dot(deviation.values, deviation.values)
      return product * product > 0.98 * size
    }
    guard order.count == 1 || !isOne else {
      throw .unusable("all predictors rise and fall together; name one of them")
    }
    return deviations
  }

  /// Refuses a lag at which a predictor is hardly ever known, such as the day before in a diary that
  /// is kept every third day.
  private func checkKnown(_ columns: PatternColumns, days: [Int]) throws(InferenceError) {
    for source in columns.sources {
      guard let deviations = columns.deviations[source.predictor] else { continue }
      let known = days.count { deviations.isKnown(on: $0, lag: source.lag) }
      guard known >= PatternSearch.fewestKnown else {
        throw .mostlyMissing(
          name: "\(predictors[source.predictor].name) at lag \(source.lag)",
          share: 1 - Double(known) / Double(days.count))
      }
    }
  }

  private func need(
    _ products: ProjectedProducts, days: [Int]
  ) throws(InferenceError) -> PatternNeed {
    let length = days[days.count - 1] - days[0] + 1
    guard let information = products.partialInformation()?.sorted() else {
      throw .unusable("the predictors cannot be told apart; name fewer of them")
    }
    let median = information[information.count / 2]
    let share = median > 0 ? Double(length) / median : .infinity
    let need = PatternNeed(days: length, unexplainedShare: min(share, 1e6))
    let needed = need.days(forEffect: settings.effectOfInterest)
    guard length >= needed else {
      throw .tooFew(observed: length, needed: needed, what: "a pattern, in days")
    }
    return need
  }

  private func members(
    _ group: [(column: Int, weight: Double)], _ columns: PatternColumns
  ) -> [Patterns.Member] {
    group.map { column, weight in
      let source = columns.sources[column]
      return Patterns.Member(
        predictor: predictors[source.predictor].name, lag: source.lag, isTurned: weight < 0)
    }
  }
}

/// Whether an outcome's readings can carry a search for patterns.
private struct OutcomeCheck {
  let outcome: TrajectorySeries

  /// Beyond this share of missing days nothing is said.
  static let mostMissing = 0.8
  /// Beyond this share of readings at one end of their range nothing is said.
  static let mostAtLimit = 0.8

  init(_ outcome: TrajectorySeries) { self.outcome = outcome }

  /// The day of each reading.
  func days() throws(InferenceError) -> [Int] {
    let readings = outcome.readings
    guard readings.count >= PatternSearch.fewestReadings else {
      throw .tooFew(
        observed: readings.count, needed: PatternSearch.fewestReadings, what: "a pattern, in days")
    }
    let days = readings.map { Int($0.time) }
    guard zip(readings, days).allSatisfy({ $0.time == Double($1) }),
      zip(days, days.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .unusable("patterns need whole days with at most one reading each") }
    let values = readings.map(\.value)
    guard SeriesSummary(values).standardDeviation > 0, let low = values.min(),
      let high = values.max()
    else { throw .noVariation(name: "the outcome") }
    let total = Double(values.count)
    let atLimit = Double(max(values.count { $0 == low }, values.count { $0 == high })) / total
    guard atLimit <= OutcomeCheck.mostAtLimit else {
      throw .atLimit(name: "the outcome", share: atLimit)
    }
    let missing = 1 - total / Double(days[days.count - 1] - days[0] + 1)
    guard missing < OutcomeCheck.mostMissing else {
      throw .mostlyMissing(name: "the outcome", share: missing)
    }
    return days
  }
}
