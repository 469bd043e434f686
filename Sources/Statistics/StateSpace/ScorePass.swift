/// Filter, then a backward pass that collects derivatives instead of smoothed states.
///
/// Lanes are turned such that lane 0 belongs to y - Xβ and the others to X C, CC' = Cov(β): all then
/// enter derivatives in the same way, as squares and products that are summed over lanes.
struct ScorePass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations

  func run() throws(StateSpaceError) -> StateSpaceModel.Score {
    let (sums, trace) = ForwardPass<Columns>(model: model, data: data).traced()
    let table = ModelTable(model)
    defer { withExtendedLifetime((table, trace)) {} }
    let likelihood = try model.likelihood(from: sums)
    turn(trace, by: turns(likelihood), table)
    let totals = ScoreSums<Columns>(model)
    if model.stateCount == 2 {
      goBack(PairScoresAhead(totals), over: trace, table)
    } else {
      goBack(ScoresAhead(model, totals), over: trace, table)
    }
    return totals.score(of: model, likelihood)
  }

  @inline(__always)
  private func goBack<Recursion: ScoreRecursion>(
    _ start: Recursion, over trace: FilterTrace<Columns>, _ table: ModelTable
  ) where Recursion.Columns == Columns {
    var recursion = start
    var next = data.count - 1
    for instant in (0..<data.timeCount).reversed() {
      while next >= 0, data.times[next] == instant {
        if trace.variances[next] > 0 {
          let series = data.series[next]
          recursion.absorb(next, of: trace, row: table.row(series), series)
        }
        next &-= 1
      }
      let kind = instant > 0 ? data.transitions[instant] : nil
      recursion.collect(instant, of: trace, from: kind)
      if let kind { recursion.step(over: table.move(kind).matrix) }
    }
  }

  /// What each column of the data adds to the turned lanes.
  private func turns(_ likelihood: StateSpaceModel.Likelihood) -> [Columns] {
    var value = Columns.zero
    value[0] = 1
    return [value]
      + likelihood.coefficients.indices.map { index in
        var turn = Columns.zero
        turn[0] = -likelihood.coefficients[index]
        for (lane, weight) in likelihood.factor.inverseFactor(column: index).enumerated() {
          turn[lane + 1] = weight
        }
        return turn
      }
  }

  /// Turns innovations, and runs the means anew that lead to them.
  private func turn(_ trace: FilterTrace<Columns>, by turns: [Columns], _ table: ModelTable) {
    turns.withUnsafeBufferPointer { turn(trace, by: $0, table) }
  }

  private func turn(
    _ trace: FilterTrace<Columns>, by turns: UnsafeBufferPointer<Columns>, _ table: ModelTable
  ) {
    let states = model.stateCount
    let lanes = MemoryLayout<Columns>.size / MemoryLayout<Double>.size
    let scalars = UnsafeRawBufferPointer(trace.innovations).assumingMemoryBound(to: Double.self)
    let state = FilterState<Columns>(count: states)
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0 { state.carry(by: table.move(data.transitions[instant])) }
      for index in 0..<states { trace.means[instant &* states &+ index] = state.means[index] }
      while next < data.count, data.times[next] == instant {
        var turned = Columns.zero
        for column in 0..<turns.count {
          turned += scalars[next &* lanes &+ column] * turns[column]
        }
        trace.innovations[next] = turned
        for index in 0..<states {
          state.means[index] += trace.gains[next &* states &+ index] * turned
        }
        next &+= 1
      }
    }
  }
}
