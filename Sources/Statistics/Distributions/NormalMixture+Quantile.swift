private import Foundation

extension NormalMixture {
  /// The value below which a share of the mixture lies, to about 1e-12 of its spread.
  ///
  /// From the expansion of Cornish and Fisher (1938, Revue de l'Institut International de Statistique
  /// 5:307) on, steps of the inverse Taylor series of fourth order, held between the quantiles of
  /// the components; a step that would leave these is halved instead.
  ///
  /// - Parameter probability: the share, strictly between 0 and 1; 0 and 1 give the far ends.
  /// - Returns: the quantile.
  public func quantile(_ probability: Double) -> Double {
    let share = min(max(probability, 1e-12), 1 - 1e-12)
    let score = Normal.standardQuantile(share)
    let parts = components
    let candidates = parts.map { $0.law.mean + $0.law.standardDeviation * score }
    guard var low = candidates.min(), var high = candidates.max(), low < high,
      let narrowest = parts.map(\.law.standardDeviation).min(), (high - low).isFinite
    else { return candidates.first ?? 0 }
    var place = expansion(at: score)
    for _ in 0..<100 {
      if !(place > low && place < high) { place = low + (high - low) / 2 }
      let slopes = Slopes(of: parts, at: place)
      if slopes.cumulative < share { low = place } else { high = place }
      let step = slopes.step(to: share)
      let next = place + step
      // The error left is of fifth order in the step.
      if abs(step) < 1e-3 * narrowest { return min(max(next, low), high) }
      guard high - low > 1e-13 * max(abs(low), abs(high)) else { break }
      place = next
    }
    return low + (high - low) / 2
  }

  /// The quantile of a law with the mixture's first four moments, from that of the standard normal.
  private func expansion(at z: Double) -> Double {
    let centre = mean
    var moments = SIMD3<Double>.zero
    for part in components {
      let offset = part.law.mean - centre
      let square = offset * offset
      let variance = part.law.standardDeviation * part.law.standardDeviation
      let third = offset * (square + 3 * variance)
      let fourth = square * (square + 6 * variance) + 3 * variance * variance
      moments += part.weight * SIMD3(square + variance, third, fourth)
    }
    let deviation = moments.x.squareRoot()
    let skewness = moments.y / (moments.x * deviation)
    let excess = moments.z / (moments.x * moments.x) - 3
    let first = skewness * (z * z - 1) / 6
    let second = excess * z * (z * z - 3) / 24
    let third = skewness * skewness * z * (2 * z * z - 5) / 36
    let correction = first + second - third
    return centre + deviation * (z + correction)
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
