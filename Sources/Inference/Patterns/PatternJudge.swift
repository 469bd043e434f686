internal import Statistics

/// Holds one chosen column against every gate and every other specification.
struct PatternJudge {
  let search: PatternSearch
  let columns: PatternColumns
  let groups: [[(column: Int, weight: Double)]]
  let days: [Int]
  let hyperparameters: Hyperparameters
  let whitened: WhitenedOutcome
  let grouped: [[Double]]
  let products: ProjectedProducts
  let chosen: [Int]

  func gates(of index: Int) throws(InferenceError) -> [PatternGate] {
    [try foretells(index), try comesBefore(index), try isTiedToDays(index)]
  }

  /// With the other chosen columns known, does this one improve forecasts?
  private func foretells(_ index: Int) throws(InferenceError) -> PatternGate {
    let order = [index] + chosen.filter { $0 != index }
    let standard = order.map { column in
      let factor = (products.degrees / max(products.information(column), 1e-300)).squareRoot()
      return grouped[column].map { $0 * factor }
    }
    let result = ForecastGain(
      whitened, columns: standard, noise: max(products.total / products.degrees, 1e-12))
    return .foretells(gain: result.gain, standardError: result.standardError)
  }

  /// One regression on the column and on the same predictors a day after the outcome.
  private func comesBefore(_ index: Int) throws(InferenceError) -> PatternGate {
    let group = groups[index]
    let after = days.map { day in
      group.reduce(0.0) { sum, member in
        let source = columns.sources[member.column]
        let deviation = columns.deviations[source.predictor]?.value(on: day, lag: -1) ?? 0
        return sum + member.weight * deviation
      }
    }
    let before = combinedRaw(group)
    let pair = try WhitenedOutcome(
      search.outcome, model: search.model, hyperparameters: hyperparameters, scale: search.scale,
      columns: [before, after])
    let fit = try ProjectedProducts(pair, columns: pair.columns).leastSquares()
    guard let fit, fit.standardErrors.allSatisfy({ $0 > 0 }) else {
      return .comesBefore(z: 0, dayAfter: 0)
    }
    return .comesBefore(
      z: fit.estimates[0] / fit.standardErrors[0],
      dayAfter: fit.estimates[1] / fit.standardErrors[1])
  }

  private func combinedRaw(_ group: [(column: Int, weight: Double)]) -> [Double] {
    days.indices.map { row in
      group.reduce(0) { $0 + $1.weight * columns.raw[$1.column][row] }
    }
  }

  private func isTiedToDays(_ index: Int) throws(InferenceError) -> PatternGate {
    let design = try TrajectoryDesign(search.outcome, model: search.model, scale: search.scale)
    let factor = 1 / (search.scale * search.scale)
    let weights: [Double]
    do {
      weights = try design.stateSpace(hyperparameters.scaled(by: factor))
        .smoothing(of: design.observations).errors.map(\.weighted)
    } catch { throw design.named(error) }
    let shifts = CircularShifts(
      weights: weights, days: days, columns: columns, groups: groups,
      information: products.cross.indices.map(products.information))
    let result = shifts.share(of: shifts.strength(of: index))
    return .isTiedToDays(
      share: result.share, shifts: result.shifts, level: search.settings.shiftLevel)
  }

  /// The chosen columns estimated together under every specification that applies.
  func multiverse(of index: Int, isPositive: Bool) throws(InferenceError) -> Multiverse {
    let outliers = try outlierTimes()
    let raw = Dictionary(
      uniqueKeysWithValues: zip(
        days,
        days.indices.map { row in
          chosen.map { group in
            groups[group].reduce(0.0) { $0 + $1.weight * columns.raw[$1.column][row] }
          }
        }))
    var verdicts: [Multiverse.Verdict] = []
    for specification in Specification.allCases {
      guard
        let (series, model) = specification.applied(
          to: search.outcome, model: search.model, outliers: outliers),
        let (estimate, error) = try? estimate(
          of: chosen.firstIndex(of: index) ?? 0, in: series, model: model, rows: raw,
          isMain: specification == .main)
      else { continue }
      verdicts.append(
        Multiverse.Verdict(
          specification, estimate: estimate, standardError: error, isPositive: isPositive))
    }
    return Multiverse(verdicts)
  }

  private func outlierTimes() throws(InferenceError) -> Set<Double> {
    let design = try TrajectoryDesign(search.outcome, model: search.model, scale: search.scale)
    let result = try NodeSmoother(design: design).run(
      Trajectory.Node(weight: 1, hyperparameters: hyperparameters))
    let errors = NodeSmoother(design: design).errors(result.smoothing)
    return Set(
      errors.filter { abs($0.auxiliaryResidual) > Specification.outlierBound }.map(\.time))
  }

  private func estimate(
    of place: Int, in series: TrajectorySeries, model: TrajectoryModel, rows: [Int: [Double]],
    isMain: Bool
  ) throws(InferenceError) -> (Double, Double)? {
    let values =
      isMain
      ? hyperparameters : try Trajectory.mode(of: series, model: model, near: hyperparameters)
    let picked = series.readings.map { rows[Int($0.time)] ?? [] }
    let columns = chosen.indices.map { column in picked.map { $0[column] } }
    let outcome = try WhitenedOutcome(
      series, model: model, hyperparameters: values, scale: search.scale, columns: columns)
    guard let fit = try ProjectedProducts(outcome, columns: outcome.columns).leastSquares()
    else { return nil }
    return (fit.estimates[place] * search.scale, fit.standardErrors[place] * search.scale)
  }
}
