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
