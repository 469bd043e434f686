private import Foundation
public import Statistics

/// The sum of a normal and an exponential time, a description of response times.
///
/// tau holds the slow tail, mu and sigma the bulk; none of them is a stage of thinking. Source:
/// Luce (1986), Response times; Matzke & Wagenmakers (2009), Psychon Bull Rev 16:798-817, on what
/// the parameters do not mean.
public struct ExGaussian: Hashable, Sendable {
  /// Mean of the normal part, in seconds.
  public let mu: Double
  /// Standard deviation of the normal part, in seconds, above 0.
  public let sigma: Double
  /// Mean of the exponential part, in seconds, above 0.
  public let tau: Double

  /// Creates the law.
  ///
  /// - Parameters:
  ///   - mu: mean of the normal part, in seconds.
  ///   - sigma: standard deviation of the normal part, in seconds, above 0.
  ///   - tau: mean of the exponential part, in seconds, above 0.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a parameter is outside its range.
  public init(mu: Double, sigma: Double, tau: Double) throws(MemoryScienceError) {
    guard mu.isFinite, sigma > 0, sigma.isFinite, tau > 0, tau.isFinite else {
      throw .option("mu \(mu), sigma \(sigma), tau \(tau): give sigma and tau above 0")
    }
    self.init(unchecked: mu, sigma: sigma, tau: tau)
  }

  init(unchecked mu: Double, sigma: Double, tau: Double) {
    self.mu = mu
    self.sigma = sigma
    self.tau = tau
  }

  /// The natural logarithm of the density at a time.
  ///
  /// Written with Mills' ratio, so that it neither overflows for a small tau nor vanishes in a tail.
  ///
  /// - Parameter seconds: the time.
  /// - Returns: the logarithm of the density per second.
  public func logDensity(_ seconds: Double) -> Double {
    let z = (seconds - mu) / sigma
    let x = sigma / tau - z
    guard x > -30 else {
      // The upper tail from -30 is 1 in double precision.
      return -log(tau) + 0.5 * (sigma / tau) * (sigma / tau) - (seconds - mu) / tau
    }
    return -log(tau) - 0.5 * z * z - 0.5 * log(2 * Double.pi) + log(Normal.millsRatio(x))
  }

  /// Draws a response time in seconds.
  ///
  /// - Parameter stream: the source of random numbers.
  /// - Returns: a time in seconds, which can be below 0.
  public func draw(from stream: inout RandomStream) -> Double {
    mu + sigma * stream.normal() + stream.exponential(rate: 1 / tau)
  }
}
