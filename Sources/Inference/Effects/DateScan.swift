private import Foundation
internal import Statistics

/// The input at every date for a grid of ratios, and between grid points by interpolation.
struct DateScan {
  let candidates: [PlaceboDates.Candidate]
  private let found: [Double: Double]

  /// Zero, and powers of the square root of two.
  static let ratios = [0.0] + stride(from: -8.0, through: 1, by: 0.5).map(exp2)
  /// Powers that follow while the likelihood of some date still climbs.
  private static let further = stride(from: 1.5, through: 8, by: 0.5).map(exp2)

  init(_ input: Input, times: [Double], fit: DateFit) throws(InferenceError) {
    let source = try DateSource(input, times: times, design: fit.design)
    var ratios = DateScan.ratios
    var profile: [AddedVariables] = []
    for ratio in ratios {
      profile.append(try source.added(at: try fit.space(ratio), to: fit.design))
    }
    for ratio in DateScan.further where source.climbs(profile, count: times.count, fit: fit) {
      profile.append(try source.added(at: try fit.space(ratio), to: fit.design))
      ratios.append(ratio)
    }
    let volumes = try source.plain(of: fit.design)
    let rows = profile.map { RatioRow($0, fit: fit, indices: times.indices.map(source.index)) }
    var found: [Double: Double] = [:]
    var candidates: [PlaceboDates.Candidate] = []
    for (place, time) in times.enumerated() {
      let index = source.index(place)
      guard volumes.isEstimable(index), rows.allSatisfy({ $0.isEstimable[place] }) else { continue }
      let values = rows.map { $0.logLikelihoods[place] }
      let weights = DateWeights(values, ratios: ratios)
      let volume = fit.volume + 0.5 * log(volumes.informations[index])
      let value = weights.value(of: values)
      candidates.append(
        PlaceboDates.Candidate(
          time: time, estimate: weights.value(of: rows.map { $0.estimates[place] }),
          standardError: weights.value(of: rows.map { $0.standardErrors[place] }),
          logLikelihood: value,
          comparableLogLikelihood: value + volume))
      found[time] = weights.ratio
    }
    self.found = found
    self.candidates = candidates
  }

  /// The likeliest ratio at a date.
  func ratio(of candidate: PlaceboDates.Candidate) -> Double { found[candidate.time] ?? 0 }
}

/// What one ratio makes of every date.
private struct RatioRow {
  private(set) var isEstimable: [Bool] = []
  private(set) var logLikelihoods: [Double] = []
  private(set) var estimates: [Double] = []
  private(set) var standardErrors: [Double] = []

  init(_ added: AddedVariables, fit: DateFit, indices: [Int]) {
    for index in indices {
      let isEstimable = added.isEstimable(index)
      let effect = isEstimable ? fit.effect(added, index) : nil
      self.isEstimable.append(isEstimable)
      logLikelihoods.append(isEstimable ? fit.logLikelihood(added, index) : 0)
      estimates.append(effect?.estimate ?? 0)
      standardErrors.append(effect?.standardError ?? 0)
    }
  }
}

/// Where the input at every date comes from: one smoother pass for a step, columns for the others.
private struct DateSource {
  private let instants: [Int]
  private let columns: FurtherRegressors?

  init(_ input: Input, times: [Double], design: TrajectoryDesign) throws(InferenceError) {
    let series = design.series
    guard input.kind == .step, input.times.count == 1 else {
      instants = []
      let start = input.times[0]
      do {
        columns = try FurtherRegressors(
          times.map { time in
            let moved = input.moved(by: time - start)
            return series.readings.map { moved.value(at: $0.time) }
          })
      } catch { throw design.named(error) }
      return
    }
    columns = nil
    var instant = 0
    instants = times.map { time in
      while instant < series.times.count - 1, series.times[instant] < time { instant += 1 }
      return instant
    }
  }

  /// The place of a date among the added variables.
  func index(_ place: Int) -> Int { columns == nil ? instants[place] : place }

  func added(
    at model: StateSpaceModel, to design: TrajectoryDesign
  ) throws(InferenceError) -> AddedVariables {
    do {
      guard let columns else { return try model.shocks(to: 0, of: design.observations) }
      return try model.added(columns, to: design.observations)
    } catch { throw design.named(error) }
  }

  /// Whether some date is likelier at the last ratio than at the one before.
  func climbs(_ profile: [AddedVariables], count: Int, fit: DateFit) -> Bool {
    guard profile.count > 1 else { return true }
    let (before, last) = (profile[profile.count - 2], profile[profile.count - 1])
    return (0..<count).contains { place in
      let index = index(place)
      return before.isEstimable(index) && last.isEstimable(index)
        && fit.logLikelihood(last, index) > fit.logLikelihood(before, index)
    }
  }

  /// Without any variance but that of the noise, the information is what the diffuse columns leave
  /// of |x|².
  func plain(of design: TrajectoryDesign) throws(InferenceError) -> AddedVariables {
    let level = try TrajectoryDesign(design.series, model: .localLevel, scale: design.scale)
    let model: StateSpaceModel
    do {
      model = try level.stateSpace(Hyperparameters(levelVariance: 0, noiseVariance: 1))
    } catch { throw level.named(error) }
    return try added(at: model, to: level)
  }
}
