internal import Statistics

/// A linear regression that expects most coefficients to be nothing and lets a few be large.
///
///     y = X β + ε            ε ~ N(0, σ²)                    p(σ²) ∝ 1/σ²
///     β_j ~ N(0, σ² τ² l_j)  l_j = c² λ_j² / (c² + τ² λ_j²)  λ_j ~ C⁺(0, 1)  τ ~ C⁺(0, τ₀)
///
/// the regularised horseshoe (Piironen and Vehtari 2017, Electronic Journal of Statistics 11:5018)
/// with τ₀ = p₀/(p - p₀)/√n and a slab c of fixed width. Both are relative to σ, so columns should be
/// scaled to mean square 1.
///
/// Drawn by Gibbs sampling with the conditionals of Makalic and Schmidt (2016, IEEE Signal Processing
/// Letters 23:179), which are those of the plain horseshoe. What the slab adds to the normalising
/// constant is corrected by a Metropolis step for every λ_j and for τ, so that the target is exact.
/// σ² is drawn with β integrated out. Only X'X, X'y and y'y are needed.
///
/// Complexity: O(p³) a draw.
public struct HorseshoeRegression: Sendable {
  /// The number of coefficients, p.
  public let count: Int
  /// The number of rows less what was projected out of them, n.
  public let degrees: Double
  /// X'X, row-major.
  let gram: [Double]
  /// X'y.
  let cross: [Double]
  /// y'y.
  let total: Double
  /// τ₀.
  let globalScale: Double
  /// c.
  let slab: Double

  /// States a regression by its cross-products.
  ///
  /// - Parameters:
  ///   - gram: X'X, row-major, p × p.
  ///   - cross: X'y, p numbers.
  ///   - total: y'y.
  ///   - degrees: the number of rows less what was projected out of them.
  ///   - expected: p₀, how many coefficients are expected to matter; above 0 and below p unless p
  ///     is 1.
  ///   - slab: c, how large a coefficient may become, in units of σ.
  /// - Throws: ``InferenceError/option(_:)`` when sizes do not fit or a number is out of range.
  public init(
    gram: [Double], cross: [Double], total: Double, degrees: Double, expected: Double = 1,
    slab: Double = 1
  ) throws(InferenceError) {
    let size = cross.count
    guard size > 0, gram.count == size * size, degrees > 1, total > 0, total.isFinite,
      gram.allSatisfy(\.isFinite), cross.allSatisfy(\.isFinite)
    else { throw .option("a regression needs X'X, X'y and y'y that fit together and are finite") }
    guard expected > 0, slab > 0, expected < Double(size) || size == 1 else {
      throw .option("between 0 and all of the coefficients are expected to matter")
    }
    count = size
    self.gram = gram
    self.cross = cross
    self.total = total
    self.degrees = degrees
    self.slab = slab
    let share = size == 1 ? 1 : expected / (Double(size) - expected)
    globalScale = share / degrees.squareRoot()
  }

  /// States a regression by its columns.
  ///
  /// - Parameters:
  ///   - columns: one array per coefficient.
  ///   - response: y, as long as every column.
  ///   - expected: p₀, how many coefficients are expected to matter.
  ///   - slab: c, how large a coefficient may become, in units of σ.
  /// - Throws: ``InferenceError/option(_:)`` when sizes do not fit or a number is out of range.
  public init(
    columns: [[Double]], response: [Double], expected: Double = 1, slab: Double = 1
  ) throws(InferenceError) {
    guard columns.allSatisfy({ $0.count == response.count }) else {
      throw .option("the columns of a regression are as long as its response")
    }
    let gram = columns.flatMap { left in columns.map { dot(left, $0) } }
    try self.init(
      gram: gram, cross: columns.map { dot($0, response) }, total: dot(response, response),
      degrees: Double(response.count), expected: expected, slab: slab)
  }

  /// Draws from the posterior; the same seed gives the same draws.
  ///
  /// - Parameters:
  ///   - chains: how many independent chains, at least 1.
  ///   - warmup: how many first draws of each chain are thrown away.
  ///   - draws: how many draws of each chain are kept, at least 1.
  ///   - seed: the seed; each chain has its own stream.
  /// - Returns: the draws.
  /// - Throws: ``InferenceError`` when X'X is not a matrix of products.
  public func sampled(
    chains: Int = 4, warmup: Int = 500, draws: Int = 1000, seed: UInt64 = 1
  ) throws(InferenceError) -> CoefficientDraws {
    guard chains > 0, warmup >= 0, draws > 0, chains <= 1000, warmup <= 1_000_000,
      draws <= 1_000_000
    else { throw .option("1 to 1,000 chains with 1 to 1,000,000 draws each") }
    var kept: [Double] = []
    kept.reserveCapacity(chains * draws * count)
    for chain in 0..<chains {
      var sampler = HorseshoeChain(self, stream: RandomStream(seed: seed, stream: UInt64(chain)))
      for iteration in 0..<warmup + draws {
        guard sampler.step() else {
          throw .unusable(
            "the predictors cannot be told apart: their products are not a covariance")
        }
        if iteration >= warmup { sampler.append(to: &kept) }
      }
    }
    return CoefficientDraws(count: count, chains: chains, perChain: draws, values: kept)
  }
}

/// Σ a b over two arrays of one length.
func dot(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for index in left.indices { sum += left[index] * right[index] }
  return sum
}
