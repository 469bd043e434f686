extension ForwardPass {
  /// Two states: their covariance stays in registers.
  func runPair(into accumulator: InnovationAccumulator<Columns>, trace: FilterTrace<Columns>?) {
    let table = ModelTable(model)
    data.columns.withUnsafeBufferPointer { columns in
      data.times.withUnsafeBufferPointer { times in
        data.transitions.withUnsafeBufferPointer { transitions in
          runPair(into: accumulator, trace, table, columns, times, transitions)
        }
      }
    }
    withExtendedLifetime(table) {}
  }

  private func runPair(
    into accumulator: InnovationAccumulator<Columns>, _ trace: FilterTrace<Columns>?,
    _ table: ModelTable,
    _ columns: UnsafeBufferPointer<Double>, _ times: UnsafeBufferPointer<Int>,
    _ transitions: UnsafeBufferPointer<Int>
  ) {
    var belief = PairBelief<Columns>(model)
    var next = 0
    for instant in 0..<transitions.count {
      if instant > 0 { belief.advance(by: table.move(transitions[instant])) }
      trace?.keep(belief, at: instant)
      while next < times.count, times[next] == instant {
        let series = data.series[next]
        let (innovation, variance) = belief.update(
          self.columns(of: next, in: columns), row: table.row(series),
          noise: table.variance(series))
        trace?.keep(belief.gain, innovation, variance, of: next)
        next &+= 1
        guard variance > 0 else {
          accumulator.pass(innovation)
          continue
        }
        accumulator.add(innovation, inverse: 1 / variance, variance: variance)
      }
    }
  }
}

/// What ``FilterState`` holds, for two states.
struct PairBelief<Columns: SIMD> where Columns.Scalar == Double {
  private(set) var first = Columns.zero
  private(set) var second = Columns.zero
  private(set) var variances: (first: Double, second: Double)
  private(set) var covariance: Double
  /// Of the last update.
  private(set) var gain = (0.0, 0.0)

  init(_ model: StateSpaceModel) {
    variances = (model.initialCovariance[0], model.initialCovariance[3])
    covariance = model.initialCovariance[1]
  }

  /// m ← Φ m, P ← Φ P Φ' + Q.
  @inline(__always)
  mutating func advance(by move: ModelTable.Move) {
    let (a, d) = (move.matrix[0], move.matrix[3])
    if move.isDiagonal {
      if a != 1 { first *= a }
      if d != 1 { second *= d }
      variances.first = a * a * variances.first + move.noise[0]
      covariance = a * d * covariance + move.noise[1]
      variances.second = d * d * variances.second + move.noise[3]
      return
    }
    let (b, c) = (move.matrix[1], move.matrix[2])
    (first, second) = (a * first + b * second, c * first + d * second)
    let top = (a * variances.first + b * covariance, a * covariance + b * variances.second)
    let bottom = (c * variances.first + d * covariance, c * covariance + d * variances.second)
    variances.first = top.0 * a + top.1 * b + move.noise[0]
    covariance = top.0 * c + top.1 * d + move.noise[1]
    variances.second = bottom.0 * c + bottom.1 * d + move.noise[3]
  }

  /// Learns from one observation; one that is foreseen exactly teaches nothing.
  @inline(__always)
  mutating func update(
    _ observed: Columns, row: UnsafePointer<Double>, noise: Double
  ) -> (innovation: Columns, variance: Double) {
    let towards = (
      variances.first * row[0] + covariance * row[1],
      covariance * row[0] + variances.second * row[1]
    )
    let variance = row[0] * towards.0 + row[1] * towards.1 + noise
    let innovation = observed - row[0] * first - row[1] * second
    guard variance > 0 else {
      gain = (0, 0)
      return (innovation, 0)
    }
    let inverse = 1 / variance
    gain = (towards.0 * inverse, towards.1 * inverse)
    first += gain.0 * innovation
    second += gain.1 * innovation
    variances.first -= gain.0 * towards.0
    covariance -= gain.0 * towards.1
    variances.second -= gain.1 * towards.1
    return (innovation, variance)
  }
}
