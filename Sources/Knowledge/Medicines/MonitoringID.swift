/// The identifier of something to watch during a treatment, as the vocabulary defines it.
public struct MonitoringID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
