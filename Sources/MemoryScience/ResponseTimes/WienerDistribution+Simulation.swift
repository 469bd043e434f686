private import Foundation
public import Statistics

extension WienerDistribution {
  /// An answer and its response time.
  public struct Draw: Hashable, Sendable {
    /// The answer.
    public let end: Boundary
    /// The response time in seconds, non-decision time included.
    public let seconds: Double
  }

  /// Draws an answer and its response time, exactly.
  ///
  /// The path is followed from the start to the edge of the widest interval that is centred on it
  /// and lies between the boundaries, and again from there. Side and time of leaving a centred
  /// interval are independent; the time has a law of its own. No step of time is involved,
  /// so there is no bias.
  ///
  /// - Parameter stream: the source of random numbers.
  /// - Returns: the draw.
  public func draw(from stream: inout RandomStream) -> Draw {
    var position = bias * boundary
    var seconds = nonDecisionTime
    // Each round ends at a boundary with a probability of about one half.
    let close = boundary * 1e-12
    while true {
      let reach = min(position, boundary - position)
      if reach <= close {
        return Draw(end: position > boundary / 2 ? .upper : .lower, seconds: seconds)
      }
      let isUp = stream.uniform() < 1 / (1 + exp(-2 * drift * reach))
      seconds += reach * reach * CentredExit.time(tilt: abs(drift) * reach, from: &stream)
      position += isUp ? reach : -reach
    }
  }
}
