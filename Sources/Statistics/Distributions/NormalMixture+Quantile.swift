private import Foundation

extension NormalMixture {
  /// The value below which a share of the mixture lies, to about 1e-11 of its spread.
  ///
  /// From the expansion of Cornish and Fisher (1938, Revue de l'Institut International de Statistique
  /// 5:307) on, steps of the inverse Taylor series of fourth order, held between the quantiles of
  /// the components; a step that would leave these is halved instead.
  ///
  /// - Parameter probability: the share, strictly between 0 and 1; 0 and 1 give the far ends.
  /// - Returns: the quantile.
  public func quantile(_ probability: Double) -> Double {
    QuantileSearch(components).quantile(probability)
  }

  /// Central intervals for several shares, with the work that they have in common done once.
  ///
  /// - Parameter shares: each between 0 and 1, such as 0.95.
  /// - Returns: an interval for each share, as ``interval(_:)`` gives it.
  public func intervals(_ shares: [Double]) -> [ClosedRange<Double>] {
    let search = QuantileSearch(components)
    return shares.map { search.interval($0) }
  }
}

/// What all quantiles of one mixture have in common: its parts and their first four moments.
struct QuantileSearch {
  private let parts: [NormalMixture.Component]
  private let mean: Double
  private let deviation: Double
  private let skewness: Double
  private let excess: Double

  init(_ parts: [NormalMixture.Component]) {
    self.parts = parts
    let mean = parts.reduce(0) { $0 + $1.weight * $1.law.mean }
    var moments = SIMD3<Double>.zero
    for part in parts {
      let offset = part.law.mean - mean
      let square = offset * offset
      let variance = part.law.standardDeviation * part.law.standardDeviation
      let third = offset * (square + 3 * variance)
      let fourth = square * (square + 6 * variance) + 3 * variance * variance
      moments += part.weight * SIMD3(square + variance, third, fourth)
    }
    self.mean = mean
    deviation = moments.x.squareRoot()
    skewness = moments.y / (moments.x * deviation)
    excess = moments.z / (moments.x * moments.x) - 3
  }

  func interval(_ share: Double) -> ClosedRange<Double> {
    let (low, high) = (quantile((1 - share) / 2), quantile((1 + share) / 2))
    guard !low.isNaN, !high.isNaN else { return -Double.infinity...Double.infinity }
    return low...max(low, high)
  }

  func quantile(_ probability: Double) -> Double {
    let share = min(max(probability, 1e-12), 1 - 1e-12)
    let score = Normal.standardQuantile(share)
    guard let first = parts.first else { return 0 }
    var low = Double.infinity
    var high = -Double.infinity
    var narrowest = Double.infinity
    for part in parts {
      let candidate = part.law.mean + part.law.standardDeviation * score
      low = min(low, candidate)
      high = max(high, candidate)
      narrowest = min(narrowest, part.law.standardDeviation)
    }
    guard low < high, (high - low).isFinite else {
      return first.law.mean + first.law.standardDeviation * score
    }
    var place = expansion(at: score)
    for _ in 0..<100 {
      if !(place > low && place < high) { place = low + (high - low) / 2 }
      let slopes = Slopes(of: parts, at: place)
      if slopes.cumulative < share { low = place } else { high = place }
      let step = slopes.step(to: share)
      let next = place + step
      // The error left is of fifth order in the step.
      if abs(step) < 3e-3 * narrowest { return min(max(next, low), high) }
      guard high - low > 1e-13 * max(abs(low), abs(high)) else { break }
      place = next
    }
    return low + (high - low) / 2
  }

  /// The quantile of a law with the mixture's first four moments, from that of the standard normal.
  private func expansion(at z: Double) -> Double {
    let first = skewness * (z * z - 1) / 6
    let second = excess * z * (z * z - 3) / 24
    let third = skewness * skewness * z * (2 * z * z - 5) / 36
    let correction = first + second - third
    return mean + deviation * (z + correction)
  }
}

/// The distribution function of a mixture at a place, with its first four derivatives.
private struct Slopes {
  private(set) var cumulative = 0.0
  /// The density and its first three derivatives.
  private var density = SIMD4<Double>.zero

  init(of parts: [NormalMixture.Component], at x: Double) {
    for part in parts {
      let inverse = 1 / part.law.standardDeviation
      let z = (x - part.law.mean) * inverse
      cumulative += part.weight * part.law.cumulative(x)
      // Derivatives of the normal density are Hermite polynomials times the density.
      let second = (z * z - 1) * inverse * inverse
      let third = z * (3 - z * z) * inverse * inverse * inverse
      let polynomials = SIMD4(1, -z * inverse, second, third)
      let height = part.weight * inverse * exp(-0.5 * z * z)
      density += height * polynomials
    }
    density *= 1 / (2 * Double.pi).squareRoot()
  }

  /// The inverse Taylor series of fourth order; a bare Newton step where it does not settle.
  func step(to share: Double) -> Double {
    let newton = (share - cumulative) / density.x
    let (a, b, c) = (density.y / density.x, density.z / density.x, density.w / density.x)
    let second = newton * a / 2
    let third = newton * newton * (3 * a * a - b) / 6
    let fourth = newton * newton * newton * (15 * a * a * a - 10 * a * b + c) / 24
    let series = 1 - second + third - fourth
    return abs(series - 1) < 0.5 ? newton * series : newton
  }
}
