/// Who does something with the archive, in what role and for what purpose; every use is audited.
public struct Access: Hashable, Sendable {
  /// The actor's random identifier; never a name.
  public let actor: String
  /// The role they act in.
  public let role: String
  /// What for, such as `treatment`.
  public let purpose: String

  /// The purpose of whoever opens a record in an emergency ("break the glass").
  public static let emergency = "BTG"

  /// Whether it is such an emergency.
  public var isEmergency: Bool { purpose == Access.emergency }

  /// Creates an access.
  ///
  /// - Parameters:
  ///   - actor: the actor's random identifier.
  ///   - role: the role they act in.
  ///   - purpose: what for.
  public init(actor: String, role: String, purpose: String) {
    self.actor = actor
    self.role = role
    self.purpose = purpose
  }
}
