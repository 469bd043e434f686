/// The same effect asked of every other date: could the change have come at another time?
///
/// The input is moved to every admissible date, the level's variance is found anew there, and the
/// dates are compared by z and by likelihood. Diffuse likelihoods of different columns are not
/// comparable, since log|X'V⁻¹X| depends on the column; `l + ½ log|X'X|` is.
///
/// For an estimated noise and a level alone, each date is a full maximum-likelihood fit. With affect or
/// weekdays, their variances (relative to the noise) and the time constant are held at given
/// hyperparameters; with a known noise that noise is held.
public struct PlaceboDates: Sendable {
  /// A date and what the input would have done there.
  public struct Candidate: Hashable, Sendable {
    /// When the first onset would have been, in days.
    public let time: Double
    /// The estimate.
    public let estimate: Double
    /// Its standard error at the likeliest variances.
    public let standardError: Double
    /// The exact diffuse log-likelihood.
    public let logLikelihood: Double
    /// The log-likelihood that may be compared across dates.
    public let comparableLogLikelihood: Double

    /// The estimate in units of its standard error.
    public var z: Double { estimate / standardError }
  }

  /// Whether the data date the change where it is proposed.
  public enum Dating: Hashable, Sendable {
    /// The proposed date is among the likely ones, which reach from here to there.
    case within(ClosedRange<Double>)
    /// Other dates are clearly likelier than the proposed one.
    case notUnique(likelier: ClosedRange<Double>)
  }

  /// All admissible dates in time order, the proposed one among them.
  public let candidates: [Candidate]
  /// The fit at the proposed date.
  public let proposed: Candidate
  /// The likeliest date.
  public let likeliest: Candidate
  /// The date of the largest |z|.
  public let strongest: Candidate
  /// The dates whose comparable log-likelihood is within ``likelihoodUnits`` of the best.
  public let likelyTimes: [Double]
  /// The exact diffuse log-likelihood without the input.
  public let logLikelihoodWithout: Double
  /// The comparable log-likelihood without the input.
  public let comparableLogLikelihoodWithout: Double

  /// How far below the best a likely date may lie, in units of log-likelihood.
  public static let likelihoodUnits = 2.0
  /// How many days at either end of the readings are not admissible.
  public static let margin = 7.0
  /// The most dates times readings that are tried.
  public static let entryLimit = 10_000_000
  /// The most dates that are tried.
  public static let limit = 5000

  /// The place of the proposed date when all are ordered by |z|, 1 for the largest.
  public var rank: Int { 1 + candidates.count { abs($0.z) > abs(proposed.z) } }

  /// Whether the data date the change where it is proposed.
  public var dating: Dating {
    let range = (likelyTimes.first ?? likeliest.time)...(likelyTimes.last ?? likeliest.time)
    return likelyTimes.contains(proposed.time) ? .within(range) : .notUnique(likelier: range)
  }

  /// Tries all dates.
  ///
  /// Admissible are the times of the series at least ``margin`` days from its first and last reading.
  /// Of a decay, the time constant is held at the one given.
  ///
  /// Complexity: for a step one smoother pass for each of 22 ratios of variances, for all dates
  /// together; for other inputs the same number of filter passes for every 31 dates or so. Likely
  /// dates and those named are then fitted one by one.
  ///
  /// - Parameters:
  ///   - intervention: what was done when.
  ///   - series: the readings.
  ///   - model: the parts.
  ///   - hyperparameters: where affect and weekdays are held; needed when the model has any.
  ///   - timeConstant: of a decay, in days.
  /// - Throws: ``InferenceError`` when the proposed date is not admissible, there are more than
  ///   ``limit`` dates, or nothing can be fitted there.
  public init(
    of intervention: Intervention, on series: TrajectorySeries,
    model: TrajectoryModel = .localLevel,
    hyperparameters: Hyperparameters? = nil, timeConstant: Double = 7
  ) throws(InferenceError) {
    let input = intervention.input(timeConstant: timeConstant)
    let times = try PlaceboDates.times(around: intervention.start, in: series)
    let fit = try DateFit(series: series, model: model, hyperparameters: hyperparameters)
    let scan = try DateScan(input, times: times, fit: fit)
    var found = scan.candidates
    // The scan is exact to about 0.002 in likelihood and 0.3 % in z: what is named, or at the edge of
    // the likely dates, is fitted on its own.
    let best = found.map(\.comparableLogLikelihood).max() ?? 0
    let strength = found.map { abs($0.z) }.max() ?? 0
    for (index, candidate) in found.enumerated() {
      let drop = best - candidate.comparableLogLikelihood
      guard
        candidate.time == intervention.start || drop < 0.01
          || abs(drop - Self.likelihoodUnits) < 0.01 || abs(candidate.z) > 0.995 * strength
      else { continue }
      found[index] = try fit.refined(
        input.moved(by: candidate.time - intervention.start), from: scan.ratio(of: candidate))
    }
    guard let proposed = found.first(where: { $0.time == intervention.start }),
      let likeliest = found.max(by: { $0.comparableLogLikelihood < $1.comparableLogLikelihood }),
      let strongest = found.max(by: { abs($0.z) < abs($1.z) })
    else { throw .unusable("an effect on day \(intervention.start.days) cannot be fitted") }
    let without = try fit.without()
    candidates = found
    self.proposed = proposed
    self.likeliest = likeliest
    self.strongest = strongest
    let bound = likeliest.comparableLogLikelihood - Self.likelihoodUnits
    likelyTimes = found.filter { $0.comparableLogLikelihood >= bound }.map(\.time)
    logLikelihoodWithout = without.logLikelihood
    comparableLogLikelihoodWithout = without.comparable
  }

  private static func times(
    around start: Double, in series: TrajectorySeries
  ) throws(InferenceError) -> [Double] {
    let readings = series.readings
    let low = readings[0].time + margin
    let high = readings[readings.count - 1].time - margin
    guard low <= start, start <= high else {
      throw .option(
        "dates are compared from day \(low.days) to day \(high.days), \(margin.days) days from "
          + "either end; day \(start.days) is not among them")
    }
    let inside = series.times.filter { low <= $0 && $0 <= high }
    let times = inside.contains(start) ? inside : (inside + [start]).sorted()
    guard times.count <= limit, times.count * readings.count <= entryLimit else {
      throw .option(
        "\(times.count) dates for \(readings.count) readings to compare; at most \(limit), or "
          + "\(entryLimit) of both, are: give daily values")
    }
    return times
  }
}

extension Intervention {
  /// The input with one time constant where it decays.
  func input(timeConstant: Double) -> Input {
    switch shape {
    case .step: Input(kind: .step, times: times)
    case .ramp(let days): Input(kind: .ramp(days: days), times: times)
    case .decay: Input(kind: .decay(timeConstant: timeConstant), times: times)
    }
  }
}
