extension StateSpaceModel {
  /// What a shock to one state would explain, at every instant, from one pass.
  ///
  /// A shock δ that enters a state between an instant and the one before is a regressor: the
  /// response of all later observations to it. A shock to a random walk is a step of the
  /// observations. Score and information are the smoother's r and N of that state, with the
  /// regression folded in (de Jong and Penzer 1998, JASA 93:796).
  ///
  /// Complexity: that of one smoothing, for all instants together.
  ///
  /// - Parameters:
  ///   - state: the state that is shocked.
  ///   - data: the observations.
  /// - Returns: one added variable for each instant; at the first, a shock to the starting state.
  /// - Throws: ``StateSpaceError`` as ``likelihood(of:)`` does, or when there is no such state.
  public func shocks(
    to state: Int, of data: Observations
  ) throws(StateSpaceError) -> AddedVariables {
    try check(data)
    guard (0..<stateCount).contains(state) else { throw .shape("there is no state \(state)") }
    switch data.regressorCount {
    case ...3: return try ShockPass<SIMD4<Double>>(model: self, data: data, state: state).run()
    case ...7: return try ShockPass<SIMD8<Double>>(model: self, data: data, state: state).run()
    case ...15: return try ShockPass<SIMD16<Double>>(model: self, data: data, state: state).run()
    case ...31: return try ShockPass<SIMD32<Double>>(model: self, data: data, state: state).run()
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }
}

/// The backward recursion of r (for every column) and N, without smoothed states.
private struct ShockPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations
  let state: Int

  func run() throws(StateSpaceError) -> AddedVariables {
    let (sums, trace) = ForwardPass<Columns>(model: model, data: data).traced()
    defer { withExtendedLifetime(trace) {} }
    let likelihood = try model.likelihood(from: sums)
    let covariance = likelihood.covariance
    var ahead = ShocksAhead<Columns>(states: model.stateCount)
    let scratch = UnsafeMutablePointer<Columns>.allocate(capacity: 1)
    defer { scratch.deallocate() }
    var parts = [(score: Double, information: Double)](repeating: (0, 0), count: data.timeCount)
    var next = data.count - 1
    for instant in (0..<data.timeCount).reversed() {
      while next >= 0, data.times[next] == instant {
        if trace.variances[next] > 0 {
          ahead.absorb(next, of: trace, row: model.rows[data.series[next]])
        }
        next -= 1
      }
      scratch.initialize(to: ahead.sums[state])
      parts[instant] = joined(
        UnsafeRawPointer(scratch).assumingMemoryBound(to: Double.self),
        raw: ahead.information[state * model.stateCount + state], likelihood.coefficients,
        covariance)
      if instant > 0 { ahead.step(over: model.transitions[data.transitions[instant]].matrix) }
    }
    let diffuse = model.coefficientVariances.count { !$0.isFinite }
    return AddedVariables(
      likelihood: likelihood, degreesOfFreedom: data.count - diffuse, parts: parts)
  }

  /// r less β times the regressors' r; N less R Cov(β) R'. The numbers of a vector are read from
  /// memory: one by one from a register is slow.
  private func joined(
    _ sums: UnsafePointer<Double>, raw: Double, _ coefficients: [Double], _ covariance: [Double]
  ) -> (score: Double, information: Double) {
    let size = coefficients.count
    var score = sums[0]
    var explained = 0.0
    for row in 0..<size {
      score -= coefficients[row] * sums[row &+ 1]
      var product = 0.0
      for column in 0..<size { product += covariance[row &* size &+ column] * sums[column &+ 1] }
      explained += sums[row &+ 1] * product
    }
    return AddedVariables.part(score: score, information: raw - explained, before: raw)
  }
}

/// r and N of the observations still ahead.
private struct ShocksAhead<Columns: SIMD> where Columns.Scalar == Double {
  private let states: Int
  /// r, per state, for every column.
  private(set) var sums: [Columns]
  /// N, row-major.
  private(set) var information: [Double]
  private var half: [Double]
  private var spare: [Columns]

  init(states: Int) {
    self.states = states
    sums = Array(repeating: .zero, count: states)
    spare = sums
    information = Array(repeating: 0, count: states * states)
    half = information
  }

  /// u = v/F - K'r, D = 1/F + K'NK, then r ← r + z u, N ← N - z(NK)' - (NK)z' + z z' D.
  mutating func absorb(_ index: Int, of trace: FilterTrace<Columns>, row: [Double]) {
    let inverse = 1 / trace.variances[index]
    let base = index &* states
    var weighted = trace.innovations[index] * inverse
    if states == 1 {
      let gain = trace.gains[base]
      let product = information[0] * gain
      weighted -= gain * sums[0]
      sums[0] += row[0] * weighted
      information[0] += row[0] * (row[0] * (inverse + gain * product) - 2 * product)
      return
    }
    var precision = inverse
    for state in 0..<states {
      var product = 0.0
      for other in 0..<states {
        product += information[state * states + other] * trace.gains[base + other]
      }
      half[state] = product
      weighted -= trace.gains[base + state] * sums[state]
      precision += trace.gains[base + state] * product
    }
    for state in 0..<states {
      if row[state] != 0 { sums[state] += row[state] * weighted }
      for other in 0..<states {
        information[state * states + other] +=
          row[state] * row[other] * precision - row[state] * half[other] - half[state] * row[other]
      }
    }
  }

  /// r ← Φ'r, N ← Φ'NΦ.
  mutating func step(over matrix: [Double]) {
    if states == 1 {
      guard matrix[0] != 1 else { return }
      sums[0] *= matrix[0]
      information[0] *= matrix[0] * matrix[0]
      return
    }
    for state in 0..<states {
      var sum = Columns.zero
      for other in 0..<states where matrix[other * states + state] != 0 {
        sum += matrix[other * states + state] * sums[other]
      }
      spare[state] = sum
      for other in 0..<states {
        var product = 0.0
        for inner in 0..<states {
          product += information[state * states + inner] * matrix[inner * states + other]
        }
        half[state * states + other] = product
      }
    }
    swap(&sums, &spare)
    for state in 0..<states {
      for other in 0..<states {
        var product = 0.0
        for inner in 0..<states {
          product += matrix[inner * states + state] * half[inner * states + other]
        }
        information[state * states + other] = product
      }
    }
  }
}
