private import Foundation
internal import Statistics

/// The input at every date for a grid of ratios, and between grid points by interpolation.
struct DateScan {
  let candidates: [PlaceboDates.Candidate]
  private let found: [Double: Double]

  /// Zero, and powers of the square root of two: evenly spaced in the logarithm, and the first three
  /// evenly spaced in the variance.
  static let ratios = [0.0] + stride(from: -6.0, through: 4, by: 0.5).map(exp2)

  init(_ input: Input, times: [Double], fit: DateFit) throws(InferenceError) {
    let source = DateSource(input, times: times, design: fit.design)
    var profile: [AddedVariables] = []
    for ratio in DateScan.ratios {
      profile.append(try source.added(at: try fit.space(ratio), to: fit.design))
    }
    let volumes = try source.plain(of: fit.design)
    var found: [Double: Double] = [:]
    var candidates: [PlaceboDates.Candidate] = []
    for (place, time) in times.enumerated() {
      let index = source.index(place)
      guard volumes.isEstimable(index), profile.allSatisfy({ $0.isEstimable(index) }) else {
        continue
      }
      let values = profile.map { fit.logLikelihood($0, index) }
      let weights = DateWeights(values)
      let volume = fit.volume + 0.5 * log(volumes.informations[index])
      let value = weights.value(of: values)
      let effects = profile.map { fit.effect($0, index) }
      candidates.append(
        PlaceboDates.Candidate(
          time: time, estimate: weights.value(of: effects.map(\.estimate)),
          standardError: weights.value(of: effects.map(\.standardError)), logLikelihood: value,
          comparableLogLikelihood: value + volume))
      found[time] = weights.ratio
    }
    self.found = found
    self.candidates = candidates
  }

  /// The likeliest ratio at a date.
  func ratio(of candidate: PlaceboDates.Candidate) -> Double { found[candidate.time] ?? 0 }
}

/// Where the input at every date comes from: one smoother pass for a step, columns for the others.
private struct DateSource {
  private let instants: [Int]
  private let columns: [[Double]]

  init(_ input: Input, times: [Double], design: TrajectoryDesign) {
    let series = design.series
    guard input.kind == .step, input.times.count == 1 else {
      instants = []
      let start = input.times[0]
      columns = times.map { time in
        let moved = input.moved(by: time - start)
        return series.readings.map { moved.value(at: $0.time) }
      }
      return
    }
    columns = []
    var instant = 0
    instants = times.map { time in
      while instant < series.times.count - 1, series.times[instant] < time { instant += 1 }
      return instant
    }
  }

  /// The place of a date among the added variables.
  func index(_ place: Int) -> Int { instants.isEmpty ? place : instants[place] }

  func added(
    at model: StateSpaceModel, to design: TrajectoryDesign
  ) throws(InferenceError) -> AddedVariables {
    do {
      return instants.isEmpty
        ? try model.added(columns, to: design.observations)
        : try model.shocks(to: 0, of: design.observations)
    } catch { throw design.named(error) }
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

/// A parabola through the best point of a grid and its neighbours.
private struct DateWeights {
  private let first: Int
  private let weights: [Double]
  let ratio: Double

  init(_ values: [Double]) {
    let ratios = DateScan.ratios
    let best = values.indices.max { values[$0] < values[$1] } ?? 0
    let place = min(best, ratios.count - 1)
    guard place > 0, place < values.count - 1 else {
      (first, weights, ratio) = (place, [1], ratios[place])
      return
    }
    let (low, middle, high) = (values[place - 1], values[place], values[place + 1])
    let bend = low - 2 * middle + high
    let shift = bend < 0 ? min(max(0.5 * (low - high) / bend, -1), 1) : 0
    first = place - 1
    weights = [shift * (shift - 1) / 2, 1 - shift * shift, shift * (shift + 1) / 2]
    ratio =
      place == 1
      ? ratios[1] * (1 + shift).squareRoot() : ratios[place] * exp2(shift / 2)
  }

  func value(of values: [Double]) -> Double {
    weights.indices.reduce(0) { $0 + weights[$1] * values[first + $1] }
  }
}
