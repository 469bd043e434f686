/// Which response times count.
///
/// The limits are settings, not facts: results should name the ones they used.
public struct ResponseTimeRules: Hashable, Sendable, Codable {
  /// What a rule makes of an answer.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// The time counts.
    case usable
    /// Faster than anybody can see and move: not an answer to this stimulus.
    case anticipation
    /// Too slow to be an answer without a pause.
    case tooSlow
    /// Something happened during the trial; the answer counts, its time does not.
    case flagged
    /// Nobody answered.
    case noAnswer
  }

  /// Times below this many seconds are anticipations; 0.15 by default, a common choice between 0.1
  /// and 0.2 (Luce 1986, Response times, on the fastest simple reactions).
  public let anticipation: Double
  /// Times above this many seconds are too slow.
  public let slowest: Double
  /// Times above this many seconds are lapses, which count and are counted.
  public let lapse: Double

  /// Creates rules.
  ///
  /// - Parameters:
  ///   - anticipation: seconds, 0 or more.
  ///   - slowest: seconds, above `anticipation`.
  ///   - lapse: seconds, above `anticipation`.
  /// - Throws: ``MemoryScienceError/option(_:)`` when the limits are out of order.
  public init(
    anticipation: Double = 0.15, slowest: Double = 10, lapse: Double = 0.5
  ) throws(MemoryScienceError) {
    guard anticipation >= 0, anticipation < slowest, anticipation < lapse, slowest.isFinite,
      lapse.isFinite
    else {
      throw .option(
        "limits of response times \(anticipation), \(lapse) and \(slowest) s; give an anticipation"
          + " of 0 or more that is below the other two")
    }
    self.init(unchecked: anticipation, slowest: slowest, lapse: lapse)
  }

  /// Decodes rules.
  ///
  /// - Parameter decoder: what holds them.
  /// - Throws: ``MemoryScienceError/option(_:)`` when the limits are out of order.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      anticipation: try container.decode(Double.self, forKey: .anticipation),
      slowest: try container.decode(Double.self, forKey: .slowest),
      lapse: try container.decode(Double.self, forKey: .lapse))
  }

  private enum CodingKeys: String, CodingKey { case anticipation, slowest, lapse }

  private init(unchecked anticipation: Double, slowest: Double, lapse: Double) {
    self.anticipation = anticipation
    self.slowest = slowest
    self.lapse = lapse
  }

  /// 0.15 s, 10 s and, for lapses, 0.5 s, the custom for simple reactions (Basner & Dinges 2011,
  /// Sleep 34:581-591).
  public static let standard = ResponseTimeRules(unchecked: 0.15, slowest: 10, lapse: 0.5)

  /// As ``standard`` with lapses from 1 s, for a choice between several keys; a convention of this
  /// project.
  public static let choice = ResponseTimeRules(unchecked: 0.15, slowest: 10, lapse: 1)

  /// Judges an answer.
  ///
  /// - Parameters:
  ///   - seconds: its time; nil for no answer.
  ///   - flags: what happened during the trial.
  /// - Returns: the verdict; an anticipation stays one whatever the flags.
  public func verdict(on seconds: Double?, flags: [TrialFlag] = []) -> Verdict {
    guard let seconds else { return .noAnswer }
    if seconds < anticipation { return .anticipation }
    if !flags.isEmpty { return .flagged }
    return seconds > slowest ? .tooSlow : .usable
  }
}
