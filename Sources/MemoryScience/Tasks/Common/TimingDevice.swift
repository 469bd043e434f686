/// The machine on which response times were taken.
///
/// Screens, keyboards and browsers add tens of milliseconds that differ between machines (Bridges et
/// al. 2020, PeerJ 8:e9414; Anwyl-Irvine et al. 2021, Behav Res Methods 53:1407-1425). Times from
/// different devices are not compared without a term for the device: ``isComparable(with:)``.
public struct TimingDevice: Hashable, Sendable, Codable {
  /// How answers are given.
  public enum Input: String, Hashable, Sendable, CaseIterable, Codable {
    /// A keyboard.
    case keyboard
    /// A touch screen.
    case touch
    /// A mouse or touch pad.
    case mouse
    /// Anything else.
    case other
  }

  /// A name that is the same whenever the same machine is used, without personal data.
  public let name: String
  /// How answers are given.
  public let input: Input
  /// The browser or program with its version.
  public let software: String
  /// Measured frames per second of the screen; nil when it was not measured.
  public let refreshHertz: Double?

  /// Creates a device.
  ///
  /// - Parameters:
  ///   - name: a name that is the same whenever the same machine is used.
  ///   - input: how answers are given.
  ///   - software: the browser or program with its version.
  ///   - refreshHertz: measured frames per second, if they were measured.
  public init(name: String, input: Input, software: String, refreshHertz: Double?) {
    self.name = name
    self.input = input
    self.software = software
    self.refreshHertz = refreshHertz
  }

  /// Whether times of two sittings may be compared without a term for the device.
  ///
  /// - Parameter other: the device of the other sitting.
  /// - Returns: true for the same machine, software, way of answering and frames per second within
  ///   2 %; false where one of the rates is not known.
  public func isComparable(with other: TimingDevice) -> Bool {
    guard name == other.name, input == other.input, software == other.software,
      let rate = refreshHertz, let otherRate = other.refreshHertz
    else { return false }
    return abs(rate - otherRate) <= 0.02 * max(rate, otherRate)
  }
}
