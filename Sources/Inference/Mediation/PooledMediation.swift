internal import Statistics

/// The indirect effect in a group of people whose own paths differ.
///
/// Each person's paths (a, b) are drawn from a normal law with mean μ and covariance T and are known
/// up to their own errors. The mean of the products is not the product of the means:
/// E(a b) = μ_a μ_b + T_ab (Kenny, Korchmaros & Bolger 2003, Psychol Methods 8:115), since whoever
/// has the larger a may have the larger b. Gibbs draws with a flat prior on μ and, on T, the prior of
/// Huang & Wand (2013, Bayesian Anal 8:439) with ν = 2: every correlation equally likely, every
/// standard deviation half t.
public struct PooledMediation: Sendable {
  /// How many people.
  public let count: Int
  /// μ_a.
  public let causeToMediator: Mediation.Estimate
  /// μ_b.
  public let mediatorToOutcome: Mediation.Estimate
  /// T_ab: how the two paths go together between people.
  public let covariance: Mediation.Estimate
  /// μ_a μ_b, which leaves T_ab out.
  public let productOfMeans: Mediation.Estimate
  /// μ_a μ_b + T_ab: the mean indirect effect.
  public let indirect: Mediation.Estimate

  /// The fewest people from whom a spread between people can be told.
  public static let fewestPeople = 10
  private static let warmUp = 500

  /// Pools people.
  ///
  /// Complexity: O(draws × people).
  ///
  /// - Parameters:
  ///   - people: the paths of each person.
  ///   - draws: how many posterior draws, 500 to 100,000, after 500 that are thrown away.
  ///   - seed: the seed of the draws.
  /// - Throws: ``InferenceError`` when there are too few people, an option is outside its range or
  ///   the numbers are too extreme to compute with.
  public init(
    _ people: [PersonPaths], draws: Int = 4_000, seed: UInt64 = 1
  ) throws(InferenceError) {
    guard people.count >= PooledMediation.fewestPeople else {
      throw .tooFew(
        observed: people.count, needed: PooledMediation.fewestPeople,
        what: "pooling mediation (people)")
    }
    guard (500...100_000).contains(draws) else { throw .option("draw 500 to 100,000 times") }
    guard var chain = PathsChain(people) else {
      throw .unusable("the paths of the people are too extreme to compute with; change their units")
    }
    var stream = RandomStream(seed: seed)
    var kept: [PathsChain.Draw] = []
    for step in 0..<draws + PooledMediation.warmUp {
      guard let draw = chain.next(using: &stream) else {
        throw .unusable(
          "the paths of the people are too extreme to compute with; change their units")
      }
      if step >= PooledMediation.warmUp { kept.append(draw) }
    }
    count = people.count
    causeToMediator = Mediation.Estimate(kept.map(\.first))
    mediatorToOutcome = Mediation.Estimate(kept.map(\.second))
    covariance = Mediation.Estimate(kept.map(\.covariance))
    productOfMeans = Mediation.Estimate(kept.map { $0.first * $0.second })
    indirect = Mediation.Estimate(kept.map { $0.first * $0.second + $0.covariance })
  }
}

/// A Markov chain over the paths of all people and their law.
private struct PathsChain {
  /// μ and T_ab of one step.
  struct Draw {
    let first: Double
    let second: Double
    let covariance: Double
  }

  private let people: [PersonPaths]
  /// Standard deviations of the estimates between people, in which the chain counts.
  private let scale: (first: Double, second: Double)
  private var paths: [(first: Double, second: Double)]
  private var mean = (first: 0.0, second: 0.0)
  private var spread = Matrix.identity(2)
  private let precisions: [Matrix]
  /// Twice the spread of the estimates, which holds errors too, is beyond any spread of people.
  private static let priorScale = 2.0
  private static let priorDegrees = 2.0

  init?(_ people: [PersonPaths]) {
    func deviation(_ values: [Double], _ variances: [Double]) -> Double {
      let total = variances.reduce(0, +) / Double(variances.count)
      return max(SeriesSummary(values).standardDeviation, total.squareRoot())
    }
    let scale = (
      first: deviation(people.map(\.causeToMediator), people.map(\.causeVariance)),
      second: deviation(people.map(\.mediatorToOutcome), people.map(\.outcomeVariance))
    )
    guard scale.first > 0, scale.second > 0, scale.first.isFinite, scale.second.isFinite else {
      return nil
    }
    let precisions = people.compactMap { person in
      let shared = person.covariance / (scale.first * scale.second)
      return Cholesky(
        Matrix([
          [person.causeVariance / (scale.first * scale.first), shared],
          [shared, person.outcomeVariance / (scale.second * scale.second)],
        ]))?.inverse
    }
    guard precisions.count == people.count, precisions.allSatisfy(\.isFinite) else { return nil }
    self.people = people
    self.scale = scale
    self.precisions = precisions
    paths = people.map { ($0.causeToMediator / scale.first, $0.mediatorToOutcome / scale.second) }
    mean = (
      SeriesSummary(paths.map(\.first)).mean, SeriesSummary(paths.map(\.second)).mean
    )
    spread = Matrix(diagonal: [0.5, 0.5])
  }

  mutating func next(using stream: inout RandomStream) -> Draw? {
    guard let precision = Cholesky(spread)?.inverse, drawPaths(precision, &stream),
      drawMean(&stream), drawSpread(precision, &stream)
    else { return nil }
    let draw = Draw(
      first: mean.first * scale.first, second: mean.second * scale.second,
      covariance: spread[0, 1] * scale.first * scale.second)
    return draw.covariance.isFinite && draw.first.isFinite && draw.second.isFinite ? draw : nil
  }

  /// Each person's paths, between what was estimated and what is usual.
  private mutating func drawPaths(_ precision: Matrix, _ stream: inout RandomStream) -> Bool {
    let pull = precision * [mean.first, mean.second]
    for (index, own) in precisions.enumerated() {
      guard let factor = Cholesky(own + precision) else { return false }
      let estimate =
        own * [
          people[index].causeToMediator / scale.first,
          people[index].mediatorToOutcome / scale.second,
        ]
      let centre = factor.solve([estimate[0] + pull[0], estimate[1] + pull[1]])
      let lower = factor.lower
      // L' x = z has the covariance (L L')⁻¹.
      let second = stream.normal() / lower[1, 1]
      let first = (stream.normal() - lower[1, 0] * second) / lower[0, 0]
      paths[index] = (centre[0] + first, centre[1] + second)
    }
    return true
  }

  private mutating func drawMean(_ stream: inout RandomStream) -> Bool {
    guard let factor = Cholesky(spread * (1 / Double(paths.count)))?.lower else { return false }
    let (first, second) = (stream.normal(), stream.normal())
    mean = (
      SeriesSummary(paths.map(\.first)).mean + factor[0, 0] * first,
      SeriesSummary(paths.map(\.second)).mean + factor[1, 0] * first + factor[1, 1] * second
    )
    return true
  }

  private mutating func drawSpread(_ precision: Matrix, _ stream: inout RandomStream) -> Bool {
    var scatter = Matrix(rows: 2, columns: 2)
    for path in paths {
      let offset = [path.first - mean.first, path.second - mean.second]
      for i in 0...1 {
        for j in 0...1 { scatter[i, j] += offset[i] * offset[j] }
      }
    }
    let degrees = PathsChain.priorDegrees
    for i in 0...1 {
      // Gamma of shape 2: two waiting times.
      let rate =
        degrees * precision[i, i] + 1 / (PathsChain.priorScale * PathsChain.priorScale)
      let mixing = stream.exponential(rate: rate) + stream.exponential(rate: rate)
      scatter[i, i] += 2 * degrees * mixing
    }
    guard let factor = Cholesky(scatter),
      let drawn = stream.inverseWishart(degreesOfFreedom: paths.count + 3, scale: factor)
    else { return false }
    spread = drawn
    return true
  }
}
