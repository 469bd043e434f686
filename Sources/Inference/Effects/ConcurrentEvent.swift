/// Something else that happened, with a name, which may be what changed the series instead.
public struct ConcurrentEvent: Hashable, Sendable {
  /// What it was.
  public let name: String
  /// When it was, in days.
  public let time: Double

  /// Names an event.
  ///
  /// - Parameters:
  ///   - name: what it was.
  ///   - time: when it was, in days.
  public init(name: String, time: Double) {
    self.name = name
    self.time = time
  }
}

extension Intervention {
  /// The events that cannot be told from the intervention by their time.
  ///
  /// - Parameters:
  ///   - events: all that is known to have happened.
  ///   - days: how near to the first onset counts, 0 or more.
  ///   - dating: the likely dates of the change, if known: events among them count too.
  /// - Returns: these events in time order.
  public func concurrent(
    among events: [ConcurrentEvent], within days: Double, dating: ClosedRange<Double>? = nil
  ) -> [ConcurrentEvent] {
    events.filter { event in
      abs(event.time - start) <= days || dating.map { $0.contains(event.time) } ?? false
    }.sorted { ($0.time, $0.name) < ($1.time, $1.name) }
  }
}
