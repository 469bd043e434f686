import JSON
import Time

extension CanonicalScanner {
  /// Takes a night, whose members are each there or not.
  mutating func sleep(_ scales: inout ScaleMemory) -> Sleep? {
    guard take("{") else { return nil }
    var isFirst = true
    guard let lightsOut = optional(#""lightsOut":"#, &isFirst, { $0.instant() }),
      let latency = optional(#""sleepOnsetLatency":"#, &isFirst, { $0.minutes() }),
      let awakenings = optional(#""awakenings":"#, &isFirst, { $0.count() }),
      let awake = optional(#""wakeAfterSleepOnset":"#, &isFirst, { $0.minutes() }),
      let finalWake = optional(#""finalWake":"#, &isFirst, { $0.instant() }),
      let rise = optional(#""rise":"#, &isFirst, { $0.instant() }),
      let duration = optional(#""duration":"#, &isFirst, { $0.minutes() }),
      let quality = optional(#""quality":"#, &isFirst, { $0.rating(&scales) }), take("}")
    else { return nil }
    return try? Sleep(
      lightsOut: lightsOut, sleepOnsetLatency: latency, awakenings: awakenings,
      wakeAfterSleepOnset: awake, finalWake: finalWake, rise: rise, duration: duration,
      quality: quality)
  }

  private mutating func count() -> Count? { integer().flatMap { try? Count($0) } }

  /// Takes a member that may be absent: `.some(nil)` when it is, `nil` when it cannot be read.
  private mutating func optional<Value>(
    _ name: StaticString, _ isFirst: inout Bool, _ read: (inout CanonicalScanner) -> Value?
  ) -> Value?? {
    guard take(member: name, isFirst: &isFirst) else { return .some(nil) }
    return read(&self).map { .some($0) }
  }
}
