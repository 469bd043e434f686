/// The way back through a series that adds derivatives to ``ScoreSums``.
protocol ScoreRecursion<Columns> {
  associatedtype Columns: SIMD where Columns.Scalar == Double

  /// Takes up an observation.
  mutating func absorb(
    _ index: Int, of trace: FilterTrace<Columns>, row: UnsafePointer<Double>, _ series: Int)

  /// Adds the derivatives by Φ of the step out of an instant and by Q of the step into it.
  mutating func collect(_ instant: Int, of trace: FilterTrace<Columns>, from kind: Int?)

  /// r ← Φ'r, N ← Φ'NΦ.
  mutating func step(over phi: UnsafePointer<Double>)
}

/// The backward recursion of r (for every lane) and N, with the derivatives it passes by.
///
/// For the step x ← Φx + N(0, Q) into an instant, with r and N of all that lies from there on:
/// ½ (rr' - N) by Q and r x̂' - NΦP by Φ, x̂ the smoothed state and P the filtered covariance before the
/// step. For an observation ½ (u² - D) by its variance.
final class ScoresAhead<Columns: SIMD>: ScoreRecursion where Columns.Scalar == Double {
  private let states: Int
  private let square: Int
  private let sums: UnsafeMutablePointer<Columns>
  private let later: UnsafeMutablePointer<Columns>
  private let covariance: UnsafeMutablePointer<Double>
  private let half: UnsafeMutablePointer<Double>
  /// NΦ, then NΦ times what observations leave of the predicted covariance.
  private let passed: UnsafeMutablePointer<Double>
  /// The transition that the instants after this one came by.
  private var kind: Int?
  private let totals: ScoreSums<Columns>

  init(_ model: StateSpaceModel, _ totals: ScoreSums<Columns>) {
    self.totals = totals
    states = model.stateCount
    square = states * states
    sums = .allocate(capacity: states)
    later = .allocate(capacity: states)
    covariance = .allocate(capacity: square)
    half = .allocate(capacity: square)
    passed = .allocate(capacity: square)
    sums.initialize(repeating: .zero, count: states)
    later.initialize(repeating: .zero, count: states)
    for pointer in [covariance, half, passed] { pointer.initialize(repeating: 0, count: square) }
  }

  deinit {
    for pointer in [sums, later] { pointer.deallocate() }
    for pointer in [covariance, half, passed] { pointer.deallocate() }
  }

  /// u = v/F - K'r, D = 1/F + K'NK, then r ← r + z u, N ← N - z(NK)' - (NK)z' + z z' D.
  func absorb(
    _ index: Int, of trace: FilterTrace<Columns>, row: UnsafePointer<Double>, _ series: Int
  ) {
    let gains = trace.gains
    let base = index &* states
    let inverse = 1 / trace.variances[index]
    var weighted = trace.innovations[index] * inverse
    var precision = inverse
    for state in 0..<states {
      var product = 0.0
      var reached = 0.0
      for other in 0..<states {
        product += covariance[state &* states &+ other] * gains[base &+ other]
        reached += passed[state &* states &+ other] * gains[base &+ other]
      }
      half[state] = product
      for other in 0..<states { passed[state &* states &+ other] -= reached * row[other] }
      weighted -= gains[base &+ state] * sums[state]
      precision += gains[base &+ state] * product
    }
    totals.squares[series] += weighted * weighted
    totals.precisions[series] += precision
    for state in 0..<states {
      if row[state] != 0 { sums[state] += row[state] * weighted }
      for other in 0..<states {
        covariance[state &* states &+ other] +=
          row[state] * row[other] * precision - row[state] * half[other]
          - half[state] * row[other]
      }
    }
  }

  func collect(_ instant: Int, of trace: FilterTrace<Columns>, from kind: Int?) {
    let predicted = UnsafeBufferPointer(rebasing: trace.covariances[(instant &* square)...])
    if let left = self.kind {
      let place = totals.matrixPlace(left)
      for column in 0..<states {
        var smoothed = trace.means[instant &* states &+ column]
        for other in 0..<states { smoothed += predicted[column &* states &+ other] * sums[other] }
        for row in 0..<states {
          totals.products[place &+ row &* states &+ column] += later[row] * smoothed
          var sum = 0.0
          for other in 0..<states {
            sum += passed[row &* states &+ other] * predicted[other &* states &+ column]
          }
          totals.expected[place &+ row &* states &+ column] += sum
        }
      }
    }
    let place = totals.noisePlace(kind)
    for row in 0..<states {
      for column in row..<states {
        totals.products[place &+ row &* states &+ column] += sums[row] * sums[column]
        totals.expected[place &+ row &* states &+ column] += covariance[row &* states &+ column]
      }
    }
    self.kind = kind
  }

  func step(over phi: UnsafePointer<Double>) {
    for row in 0..<states {
      for column in 0..<states {
        var sum = 0.0
        for inner in 0..<states {
          sum += covariance[row &* states &+ inner] * phi[inner &* states &+ column]
        }
        passed[row &* states &+ column] = sum
      }
    }
    later.update(from: sums, count: states)
    for row in 0..<states {
      var total = Columns.zero
      for inner in 0..<states where phi[inner &* states &+ row] != 0 {
        total += phi[inner &* states &+ row] * later[inner]
      }
      sums[row] = total
      for column in 0..<states {
        var sum = 0.0
        for inner in 0..<states {
          sum += phi[inner &* states &+ row] * passed[inner &* states &+ column]
        }
        covariance[row &* states &+ column] = sum
      }
    }
  }
}
