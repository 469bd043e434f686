private import Foundation

/// A time zone of the IANA database, known to exist.
public struct Zone: Hashable, Sendable {
  /// The IANA name, such as `Europe/Berlin`.
  public let identifier: String
  private let zone: TimeZone

  /// Universal time.
  public static let utc = Zone(identifier: "UTC", zone: .gmt)

  private init(identifier: String, zone: TimeZone) {
    self.identifier = identifier
    self.zone = zone
  }

  /// Looks a zone up by its IANA name.
  ///
  /// - Parameter identifier: a name such as `Europe/Berlin`, or `UTC`. Fixed offsets and
  ///   abbreviations are refused: they do not know when clocks change.
  public init?(_ identifier: String) {
    if identifier == "UTC" {
      self = .utc
      return
    }
    guard identifier.contains("/"), let zone = TimeZone(identifier: identifier) else { return nil }
    self.init(identifier: identifier, zone: zone)
  }

  /// The distance of local clocks from universal time.
  ///
  /// - Parameter instant: the moment to look at.
  /// - Returns: seconds east of Greenwich.
  public func offset(at instant: Instant) -> Int {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return zone.secondsFromGMT(for: date)
  }

  /// What calendar and clock show here at a moment.
  ///
  /// - Parameter instant: the moment to look at.
  /// - Returns: the local day and time.
  public func localTime(at instant: Instant) -> LocalTime {
    let local = instant.milliseconds + Int64(offset(at: instant)) * 1000
    let (number, rest) = local.flooredDivision(by: Instant.millisecondsPerDay)
    let day = Day(number: Int(number))
    return LocalTime(day: day, millisecondOfDay: rest) ?? .noon(of: day)
  }

  /// The calendar day here at a moment.
  ///
  /// - Parameter instant: the moment to look at.
  /// - Returns: the local day.
  public func day(at instant: Instant) -> Day { localTime(at: instant).day }

  /// The moments at which calendar and clock showed a local time here.
  ///
  /// - Parameter local: the local day and time.
  /// - Returns: one moment on most occasions, none when clocks skipped the time, two when they
  ///   showed it twice.
  public func resolve(_ local: LocalTime) -> Resolution {
    let wall = Int64(local.day.number) * Instant.millisecondsPerDay + local.millisecondOfDay
    let probes = [wall - Instant.millisecondsPerDay, wall + Instant.millisecondsPerDay]
    let offsets = Set(probes.map { Int64(offset(at: Instant(milliseconds: $0))) * 1000 })
    let hits = offsets.sorted(by: >).map { Instant(milliseconds: wall - $0) }
      .filter { localTime(at: $0) == local }
    switch (hits.first, hits.dropFirst().first) {
    case (let first?, nil): return .once(first)
    case (let first?, let second?): return .twice(earlier: first, later: second)
    default: return .never
    }
  }

  /// How often a local time occurred.
  public enum Resolution: Hashable, Sendable {
    /// The usual case.
    case once(Instant)
    /// Clocks went back over it.
    case twice(earlier: Instant, later: Instant)
    /// Clocks went forward past it.
    case never
  }
}

extension Zone: CustomStringConvertible {
  public var description: String { identifier }
}

extension Zone: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let zone = Zone(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(text)\" is no IANA time zone; expected a name like Europe/Berlin")
    }
    self = zone
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(identifier)
  }
}
