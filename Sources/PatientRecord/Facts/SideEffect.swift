/// An unwanted effect, whatever its cause.
public struct SideEffect: Hashable, Sendable, Codable {
  /// How bad an effect is.
  public enum Severity: String, Choice {
    /// Noticed, not in the way.
    case mild
    /// In the way.
    case moderate
    /// Stops the person from doing things.
    case severe
  }

  /// Whether an effect is there.
  public enum Status: String, Choice {
    /// It is there.
    case present
    /// It is gone.
    case resolved
  }

  /// The effect.
  public let name: Name
  /// How bad it is.
  public let severity: Severity
  /// Whether it is there.
  public let status: Status
  /// The treatment it is thought to come from.
  public let attributedTo: Name?
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - name: the effect.
  ///   - severity: how bad it is.
  ///   - status: whether it is there.
  ///   - attributedTo: the treatment it is thought to come from.
  ///   - note: anything else.
  public init(
    name: Name, severity: Severity, status: Status, attributedTo: Name? = nil, note: FreeText? = nil
  ) {
    self.name = name
    self.severity = severity
    self.status = status
    self.attributedTo = attributedTo
    self.note = note
  }
}
