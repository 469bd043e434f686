private import Foundation
internal import Statistics

/// The time at which a Wiener process with drift, started at 0, leaves the interval from -1 to 1.
///
/// Its density is that without drift times exp(-z² t/2), up to a constant; the alternating series of
/// Devroye (2009, On exact simulation algorithms for some distributions related to Jacobi theta
/// functions, Stat Probab Lett 79:2251-2259) as tilted by Polson, Scott & Windle (2013, Bayesian
/// inference for logistic models using Pólya-Gamma latent variables, JASA 108:1339-1349).
enum CentredExit {
  /// Where the two forms of the series meet.
  private static let meeting = 0.64

  /// Draws a time.
  ///
  /// - Parameters:
  ///   - tilt: z, the size of the drift, 0 or more.
  ///   - stream: the source of random numbers.
  /// - Returns: a time above 0.
  static func time(tilt: Double, from stream: inout RandomStream) -> Double {
    let rate = Double.pi * Double.pi / 8 + tilt * tilt / 2
    let share = shareBeyondMeeting(tilt: tilt, rate: rate)
    while true {
      let candidate =
        stream.uniform() < share
        ? meeting + stream.exponential(rate: rate) : early(tilt: tilt, from: &stream)
      if isAccepted(candidate, from: &stream) { return candidate }
    }
  }

  /// The probability that the proposal lies beyond the meeting point.
  private static func shareBeyondMeeting(tilt: Double, rate: Double) -> Double {
    // Beyond this tilt the share is 0 in double precision.
    guard tilt < 36 else { return 0 }
    let late = Double.pi / (2 * rate) * exp(-rate * meeting)
    let root = meeting.squareRoot()
    let early =
      2 * exp(-tilt) * Normal.standard.cumulative((meeting * tilt - 1) / root)
      + 2 * exp(tilt) * Normal.standard.cumulative(-(meeting * tilt + 1) / root)
    return late / (late + early)
  }

  /// A draw of the inverse Gaussian law with mean 1/z and shape 1, cut at the meeting point.
  private static func early(tilt: Double, from stream: inout RandomStream) -> Double {
    guard tilt * meeting > 1 else { return earlyByStable(tilt: tilt, from: &stream) }
    // Michael, Schucany & Haas (1976), Am Stat 30:88-90.
    let mean = 1 / tilt
    while true {
      let root = stream.normal()
      let scaled = mean * root * root
      let small = mean * (1 + scaled / 2 - (scaled + scaled * scaled / 4).squareRoot())
      let time = stream.uniform() > mean / (mean + small) ? mean * mean / small : small
      if time > 0, time < meeting { return time }
    }
  }

  private static func earlyByStable(tilt: Double, from stream: inout RandomStream) -> Double {
    while true {
      var first = stream.exponential(rate: 1)
      while first * first > 2 * stream.exponential(rate: 1) / meeting {
        first = stream.exponential(rate: 1)
      }
      let root = 1 + meeting * first
      let time = meeting / (root * root)
      if stream.uniform() <= exp(-tilt * tilt * time / 2) { return time }
    }
  }

  /// Whether a candidate passes the alternating series, whose partial sums close in on the density.
  private static func isAccepted(_ time: Double, from stream: inout RandomStream) -> Bool {
    // Terms relative to the first: (2n + 1) exp(-n (n + 1) c).
    let fall = time > meeting ? Double.pi * Double.pi * time / 2 : 2 / time
    let height = stream.uniform()
    var sum = 1.0
    var n = 1.0
    while true {
      sum -= (2 * n + 1) * exp(-n * (n + 1) * fall)
      if height <= sum { return true }
      n += 1
      sum += (2 * n + 1) * exp(-n * (n + 1) * fall)
      if height > sum { return false }
      n += 1
    }
  }
}
