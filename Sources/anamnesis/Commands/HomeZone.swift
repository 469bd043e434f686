import ArgumentParser
import Time

/// The time zone in which an invented person lives.
struct HomeZone: ExpressibleByArgument, CustomStringConvertible {
  let zone: Zone

  init() { zone = Zone("Europe/Berlin") ?? .utc }

  init?(argument: String) {
    guard let zone = Zone(argument) else { return nil }
    self.zone = zone
  }

  var description: String { zone.identifier }
}
