public import Statistics

/// How a retrieved-context model is fitted to one person.
public struct RetrievedContextSearch: Hashable, Sendable {
  /// The parameters to estimate, in the order of ``RetrievedContextParameter``.
  public let free: [RetrievedContextParameter]
  /// Where each of them is searched.
  public let ranges: [RetrievedContextParameter: ClosedRange<Double>]
  /// What is known of some of them beforehand; a parameter without a prior has a flat one.
  public let priors: [RetrievedContextParameter: Normal]
  /// From how many points the search starts.
  public let starts: Int
  /// The seed of the starting points.
  public let seed: UInt64

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - free: the parameters to estimate, 1 or more; all others stay as the model has them.
  ///   - ranges: where to search some of them, within ``RetrievedContextParameter/range``; elsewhere
  ///     ``RetrievedContextParameter/searchRange``.
  ///   - priors: what is known beforehand, such as the law of a population: estimates then maximise
  ///     likelihood times prior.
  ///   - starts: from how many points to start, 1 to 1000.
  ///   - seed: the seed of the starting points.
  /// - Throws: ``MemoryScienceError/option(_:)`` that names what to mend.
  public init(
    free: Set<RetrievedContextParameter>,
    ranges: [RetrievedContextParameter: ClosedRange<Double>] = [:],
    priors: [RetrievedContextParameter: Normal] = [:], starts: Int = 5, seed: UInt64 = 1
  ) throws(MemoryScienceError) {
    guard !free.isEmpty else { throw .option("name at least one parameter to estimate") }
    guard 1...1000 ~= starts else {
      throw .option("\(starts) starts of the search; give 1 to 1000")
    }
    for (parameter, range) in ranges {
      guard parameter.range.contains(range.lowerBound), parameter.range.contains(range.upperBound),
        range.lowerBound < range.upperBound
      else {
        throw .option(
          "\(parameter.rawValue) cannot be searched in \(range); stay within \(parameter.range)")
      }
    }
    for (parameter, prior) in priors {
      guard prior.mean.isFinite, prior.standardDeviation > 0, prior.standardDeviation.isFinite
      else {
        throw .option("the prior of \(parameter.rawValue) needs a finite mean and a spread above 0")
      }
    }
    self.free = RetrievedContextParameter.allCases.filter(free.contains)
    self.ranges = Dictionary(
      uniqueKeysWithValues: self.free.map { ($0, ranges[$0] ?? $0.searchRange) })
    self.priors = priors.filter { free.contains($0.key) }
    self.starts = starts
    self.seed = seed
  }

  /// The parameters that are usually estimated.
  ///
  /// - Parameter source: what source context tells apart.
  /// - Returns: the ten of CMR; for eCMR also the drift and the learning of source context and phi_emot,
  ///   for CMR3 the first two of these.
  public static func usualParameters(
    of source: SourceContext
  ) -> Set<RetrievedContextParameter> {
    let core: Set<RetrievedContextParameter> = [
      .encodingDrift, .startDrift, .recallDrift, .itemToContextRate, .contextToItemRate,
      .primacyScale, .primacyDecay, .choiceSensitivity, .stopScale, .stopGrowth,
    ]
    return switch source {
    case .none: core
    case .emotion: core.union([.sourceDrift, .sourceToItemRate, .emotionScale])
    case .valence: core.union([.sourceDrift, .sourceToItemRate])
    }
  }

  var scales: [BoundedScale] {
    free.map { BoundedScale(range: ranges[$0] ?? $0.searchRange) }
  }
}
