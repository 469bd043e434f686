/// One cell of the policy table: who may do something, and when.
public struct PolicyRule: Hashable, Sendable {
  /// What has to be so.
  public enum Condition: Hashable, Sendable {
    /// Nothing; not even signing in.
    case anybody
    /// A session, even one that lacks the second factor.
    case begun
    /// A full session.
    case always
    /// It is the actor's own record.
    case ownRecord
    /// The actor is in the patient's care team now.
    case careTeam
    /// The actor is in the patient's care team now, or opened the record in an emergency.
    case careTeamOrBreakGlass
    /// The patient consents now.
    case consent(Consent.Kind)
  }

  /// The role it holds for; `nil` for everybody.
  public let role: Role?
  /// What has to be so.
  public let condition: Condition
  /// Whether the actor has to have shown within five minutes that it is they.
  public let needsProof: Bool

  init(_ role: Role?, _ condition: Condition, needsProof: Bool = false) {
    self.role = role
    self.condition = condition
    self.needsProof = needsProof
  }
}
