/// What ``ScoresAhead`` does, for two states: their numbers stay in registers.
struct PairScoresAhead<Columns: SIMD>: ScoreRecursion where Columns.Scalar == Double {
  private let totals: ScoreSums<Columns>
  private var sums = (Columns.zero, Columns.zero)
  private var later = (Columns.zero, Columns.zero)
  /// N: both variances and the covariance between them.
  private var covariance = (first: 0.0, both: 0.0, second: 0.0)
  /// NΦ, then NΦ times what observations leave of the predicted covariance, by rows.
  private var passed = (SIMD2<Double>.zero, SIMD2<Double>.zero)
  /// The transition that the instant after this one came by.
  private var kind: Int?

  init(_ totals: ScoreSums<Columns>) { self.totals = totals }

  @inline(__always)
  mutating func absorb(
    _ index: Int, of trace: FilterTrace<Columns>, row: UnsafePointer<Double>, _ series: Int
  ) {
    let gain = SIMD2(trace.gains[2 &* index], trace.gains[2 &* index &+ 1])
    let place = SIMD2(row[0], row[1])
    let inverse = 1 / trace.variances[index]
    let half = (
      covariance.first * gain.x + covariance.both * gain.y,
      covariance.both * gain.x + covariance.second * gain.y
    )
    let precision = inverse + gain.x * half.0 + gain.y * half.1
    let weighted =
      trace.innovations[index] * inverse - gain.x * sums.0 - gain.y * sums.1
    totals.squares[series] += weighted * weighted
    totals.precisions[series] += precision
    passed.0 -= (passed.0 * gain).sum() * place
    passed.1 -= (passed.1 * gain).sum() * place
    sums.0 += place.x * weighted
    sums.1 += place.y * weighted
    covariance.first += place.x * (place.x * precision - 2 * half.0)
    covariance.both += place.x * place.y * precision - place.x * half.1 - half.0 * place.y
    covariance.second += place.y * (place.y * precision - 2 * half.1)
  }

  @inline(__always)
  mutating func collect(_ instant: Int, of trace: FilterTrace<Columns>, from kind: Int?) {
    let predicted = trace.covariances.baseAddress.map { $0 + 4 &* instant }
    if let left = self.kind, let predicted {
      let means = (trace.means[2 &* instant], trace.means[2 &* instant &+ 1])
      let first = means.0 + predicted[0] * sums.0 + predicted[1] * sums.1
      let second = means.1 + predicted[2] * sums.0 + predicted[3] * sums.1
      let products = totals.products + totals.matrixPlace(left)
      products[0] += later.0 * first
      products[1] += later.0 * second
      products[2] += later.1 * first
      products[3] += later.1 * second
      let expected = totals.expected + totals.matrixPlace(left)
      expected[0] += passed.0.x * predicted[0] + passed.0.y * predicted[2]
      expected[1] += passed.0.x * predicted[1] + passed.0.y * predicted[3]
      expected[2] += passed.1.x * predicted[0] + passed.1.y * predicted[2]
      expected[3] += passed.1.x * predicted[1] + passed.1.y * predicted[3]
    }
    let products = totals.products + totals.noisePlace(kind)
    products[0] += sums.0 * sums.0
    products[1] += sums.0 * sums.1
    products[3] += sums.1 * sums.1
    let expected = totals.expected + totals.noisePlace(kind)
    expected[0] += covariance.first
    expected[1] += covariance.both
    expected[3] += covariance.second
    self.kind = kind
  }

  @inline(__always)
  mutating func step(over phi: UnsafePointer<Double>) {
    let rows = (SIMD2(phi[0], phi[1]), SIMD2(phi[2], phi[3]))
    passed.0 = covariance.first * rows.0 + covariance.both * rows.1
    passed.1 = covariance.both * rows.0 + covariance.second * rows.1
    covariance.first = phi[0] * passed.0.x + phi[2] * passed.1.x
    covariance.both = phi[0] * passed.0.y + phi[2] * passed.1.y
    covariance.second = phi[1] * passed.0.y + phi[3] * passed.1.y
    later = sums
    if phi[1] == 0, phi[2] == 0 {
      if phi[0] != 1 { sums.0 *= phi[0] }
      if phi[3] != 1 { sums.1 *= phi[3] }
    } else {
      sums = (phi[0] * later.0 + phi[2] * later.1, phi[1] * later.0 + phi[3] * later.1)
    }
  }
}
