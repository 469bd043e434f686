/// Sums from which the derivatives of a likelihood follow.
final class ScoreSums<Columns: SIMD> where Columns.Scalar == Double {
  private let states: Int
  private let square: Int
  private let kinds: Int
  /// Per transition, the start as the last: Σ rr' (upper half), then Σ rx̂', by lane, row-major.
  let products: UnsafeMutablePointer<Columns>
  /// In the same places: ΣN, then ΣNΦP.
  let expected: UnsafeMutablePointer<Double>
  /// Σ u² per series, by lane.
  let squares: UnsafeMutablePointer<Columns>
  /// ΣD per series.
  let precisions: UnsafeMutablePointer<Double>

  init(_ model: StateSpaceModel) {
    states = model.stateCount
    square = states * states
    kinds = model.transitions.count
    products = .allocate(capacity: 2 * square * (kinds + 1))
    expected = .allocate(capacity: 2 * square * (kinds + 1))
    squares = .allocate(capacity: model.rows.count)
    precisions = .allocate(capacity: model.rows.count)
    products.initialize(repeating: .zero, count: 2 * square * (kinds + 1))
    expected.initialize(repeating: 0, count: 2 * square * (kinds + 1))
    squares.initialize(repeating: .zero, count: model.rows.count)
    precisions.initialize(repeating: 0, count: model.rows.count)
  }

  deinit {
    products.deallocate()
    expected.deallocate()
    squares.deallocate()
    precisions.deallocate()
  }

  /// Where the sums of the noise of a transition begin; those of the start without one.
  @inline(__always)
  func noisePlace(_ kind: Int?) -> Int { 2 &* (kind ?? kinds) &* square }

  /// Where the sums of the matrix of a transition begin.
  @inline(__always)
  func matrixPlace(_ kind: Int) -> Int { (2 &* kind &+ 1) &* square }

  func score(
    of model: StateSpaceModel, _ likelihood: StateSpaceModel.Likelihood
  ) -> StateSpaceModel.Score {
    StateSpaceModel.Score(
      likelihood: likelihood, initialCovariance: noise(nil),
      transitions: (0..<kinds).map { kind in
        let place = matrixPlace(kind)
        return .init(
          matrix: (0..<square).map { products[place + $0].sum() - expected[place + $0] },
          noise: noise(kind))
      },
      variances: model.rows.indices.map { 0.5 * (squares[$0].sum() - precisions[$0]) },
      coefficientVariances: StateSpaceModel.priorScores(
        likelihood, priors: model.coefficientVariances))
  }

  private func noise(_ kind: Int?) -> [Double] {
    (0..<square).map { index in
      let (row, column) = (index / states, index % states)
      let place = noisePlace(kind) + min(row, column) * states + max(row, column)
      return 0.5 * (products[place].sum() - expected[place])
    }
  }
}
