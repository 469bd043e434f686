private import Foundation
internal import Statistics

/// A variant of ``EmotionalContextModel`` fitted to the diary of one person by maximum likelihood.
///
/// Complexity: some two hundred passes of a filter over the readings; a few milliseconds.
public struct EmotionalContextFit: Sendable {
  /// A number with what it may be off by.
  public struct Estimate: Hashable, Sendable {
    /// The likeliest value, in the unit of the parameter.
    public let value: Double
    /// The standard error from the curvature of the likelihood in all parameters at once; with the
    /// half-life taken as known where ``EmotionalContextFit/isInterior`` is false.
    public let standardError: Double
  }

  /// The variant.
  public let model: EmotionalContextModel
  /// Whether pleasant and unpleasant events have effects of their own.
  public let sensitivity: DiarySeries.Sensitivity
  /// How many readings were fitted.
  public let readingCount: Int
  /// The affect among events as usual, in units of its scale.
  public let baseline: Estimate
  /// The change of affect for a unit of pleasantness above the neutral point, then for one below it;
  /// only the first where the sides have one effect; none where events act nowhere.
  public let sensitivities: [Estimate]
  /// The half-life of the emotional context in hours; `nil` where nothing carries over.
  public let halfLife: Double?
  /// The half-lives that the likelihood does not rule out at 95 % (profile likelihood), in hours; an
  /// end is `nil` where the diary sets no limit within 3 minutes to 2 weeks.
  public let halfLifeInterval: (lower: Double?, upper: Double?)
  /// The share of emotional context in the unexplained variance, 0 to 1.
  public let contextShare: Double
  /// The unexplained variance of affect.
  public let variance: Double
  /// The log-likelihood, all constants counted.
  public let logLikelihood: Double
  /// How many parameters were estimated.
  public let parameterCount: Int
  /// Whether the maximum lies inside the range of half-lives and shares, so that the curvature speaks
  /// of all parameters.
  public let isInterior: Bool

  /// Fits a variant.
  ///
  /// - Parameters:
  ///   - model: the variant.
  ///   - series: the diary.
  /// - Throws: ``MemoryScienceError`` when the effects cannot be told apart in this diary.
  public init(
    _ model: EmotionalContextModel, to series: DiarySeries
  ) throws(MemoryScienceError) {
    let likelihood = DiaryLikelihood(series: series, model: model)
    let search = DiarySearch(likelihood: likelihood, tolerance: 1e-5)
    let dynamics = search.best()
    guard let profile = likelihood.profile(dynamics) else {
      throw .unusable("the effects of events cannot be told apart in this diary")
    }
    let curvature = DiaryCurvature(likelihood: likelihood, dynamics: dynamics, profile: profile)
    let errors = curvature.standardErrors
    self.model = model
    sensitivity = series.sensitivity
    readingCount = series.readingCount
    isInterior = curvature.isInterior
    let estimates = zip(profile.coefficients, errors).map {
      Estimate(value: $0, standardError: $1)
    }
    baseline = estimates[0]
    sensitivities = Array(estimates.dropFirst())
    halfLife = model.hasHalfLife ? dynamics.halfLife : nil
    contextShare = model.hasInertia ? dynamics.contextShare : 0
    variance = profile.variance
    logLikelihood = profile.logLikelihood
    parameterCount =
      profile.coefficients.count + 1 + (model.hasHalfLife ? 1 : 0) + (model.hasInertia ? 1 : 0)
    halfLifeInterval = EmotionalContextFit.interval(search, dynamics, profile)
  }

  /// What is left of an event's effect after a time.
  ///
  /// - Parameter hours: the time, 0 or more.
  /// - Returns: from 1 down to 0; 0 where nothing carries over.
  public func kept(after hours: Double) -> Double {
    guard model.events == .lingering, let halfLife else { return hours == 0 ? 1 : 0 }
    return halving(hours, halfLife)
  }

  private static func interval(
    _ search: DiarySearch, _ dynamics: DiaryLikelihood.Dynamics, _ profile: DiaryLikelihood.Profile
  ) -> (lower: Double?, upper: Double?) {
    guard search.likelihood.model.hasHalfLife else { return (nil, nil) }
    let level = profile.logLikelihood - 0.5 * ChiSquared(degreesOfFreedom: 1).quantile(0.95)
    let range = DiarySearch.halfLives
    return (
      search.crossing(from: dynamics.halfLife, towards: range.lowerBound, level: level),
      search.crossing(from: dynamics.halfLife, towards: range.upperBound, level: level)
    )
  }
}
