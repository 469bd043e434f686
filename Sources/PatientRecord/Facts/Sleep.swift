public import JSON
public import Time

/// A night's sleep as remembered in the morning or measured by a device.
///
/// A night that is dated by a day belongs to the day of waking.
public struct Sleep: Hashable, Sendable, Codable {
  /// When the person tried to fall asleep.
  public let lightsOut: Instant?
  /// The time from lights out to sleep.
  public let sleepOnsetLatency: Minutes?
  /// How often the person woke before the last time.
  public let awakenings: Count?
  /// The time awake between falling asleep and the last waking.
  public let wakeAfterSleepOnset: Minutes?
  /// When the person last woke.
  public let finalWake: Instant?
  /// When the person got up.
  public let rise: Instant?
  /// The time asleep, where it is known as such.
  public let duration: Minutes?
  /// How good the sleep was.
  public let quality: Rating?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - lightsOut: when the person tried to fall asleep.
  ///   - sleepOnsetLatency: the time from lights out to sleep.
  ///   - awakenings: how often the person woke before the last time.
  ///   - wakeAfterSleepOnset: the time awake between falling asleep and the last waking.
  ///   - finalWake: when the person last woke.
  ///   - rise: when the person got up.
  ///   - duration: the time asleep, where it is known as such.
  ///   - quality: how good the sleep was.
  /// - Throws: an error when nothing is known or the times are not in order.
  public init(
    lightsOut: Instant? = nil, sleepOnsetLatency: Minutes? = nil, awakenings: Count? = nil,
    wakeAfterSleepOnset: Minutes? = nil, finalWake: Instant? = nil, rise: Instant? = nil,
    duration: Minutes? = nil, quality: Rating? = nil
  ) throws(FieldError) {
    let times = [("lightsOut", lightsOut), ("finalWake", finalWake), ("rise", rise)]
      .compactMap { name, instant in instant.map { (name, $0) } }
    let lengths = [sleepOnsetLatency, wakeAfterSleepOnset, duration].compactMap(\.self)
    if times.isEmpty, lengths.isEmpty, awakenings == nil, quality == nil {
      throw FieldError("", "says nothing about the night")
    }
    for (earlier, later) in zip(times, times.dropFirst()) where later.1 < earlier.1 {
      throw FieldError(later.0, "\(later.1) is before \(earlier.0) \(earlier.1)")
    }
    self.lightsOut = lightsOut
    self.sleepOnsetLatency = sleepOnsetLatency
    self.awakenings = awakenings
    self.wakeAfterSleepOnset = wakeAfterSleepOnset
    self.finalWake = finalWake
    self.rise = rise
    self.duration = duration
    self.quality = quality
  }

  private enum CodingKeys: String, CodingKey {
    case lightsOut, sleepOnsetLatency, awakenings, wakeAfterSleepOnset, finalWake, rise, duration,
      quality
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      lightsOut: container.decodeIfPresent(Instant.self, forKey: .lightsOut),
      sleepOnsetLatency: container.decodeIfPresent(Minutes.self, forKey: .sleepOnsetLatency),
      awakenings: container.decodeIfPresent(Count.self, forKey: .awakenings),
      wakeAfterSleepOnset: container.decodeIfPresent(Minutes.self, forKey: .wakeAfterSleepOnset),
      finalWake: container.decodeIfPresent(Instant.self, forKey: .finalWake),
      rise: container.decodeIfPresent(Instant.self, forKey: .rise),
      duration: container.decodeIfPresent(Minutes.self, forKey: .duration),
      quality: container.decodeIfPresent(Rating.self, forKey: .quality))
  }
}
