public import Time

/// What is known about an actor and a patient at the moment of a decision.
public struct PatientContext: Hashable, Sendable {
  /// Whether it is the actor's own record.
  public let isOwn: Bool
  /// Whether the actor is in the patient's care team now.
  public internal(set) var isInCareTeam: Bool
  /// Whether the actor opened the record in an emergency within the hour.
  public internal(set) var isOpenedInEmergency: Bool
  /// What the patient consents to now.
  public internal(set) var consents: Set<Consent.Kind>

  /// States what is known.
  ///
  /// - Parameters:
  ///   - isOwn: whether it is the actor's own record.
  ///   - isInCareTeam: whether the actor is in the patient's care team now.
  ///   - isOpenedInEmergency: whether the actor opened the record in an emergency within the hour.
  ///   - consents: what the patient consents to now.
  public init(
    isOwn: Bool = false, isInCareTeam: Bool = false, isOpenedInEmergency: Bool = false,
    consents: Set<Consent.Kind> = []
  ) {
    self.isOwn = isOwn
    self.isInCareTeam = isInCareTeam
    self.isOpenedInEmergency = isOpenedInEmergency
    self.consents = consents
  }
}

/// Whether somebody may do something.
public enum Decision: Hashable, Sendable {
  /// They may.
  case allowed(Grant)
  /// They may not.
  case refused(Refusal)

  /// Whether they may.
  public var isAllowed: Bool {
    if case .allowed = self { true } else { false }
  }
}

/// By what right somebody may do something.
public struct Grant: Hashable, Sendable {
  /// The rule that was met.
  public let rule: PolicyRule
  /// What kinds of content may be shown: nothing else may.
  public let content: Set<Content>
  /// Whether it is allowed only because the record was opened in an emergency; a page says so.
  public let isEmergency: Bool
}

/// Why somebody may not do something.
public enum Refusal: String, Hashable, Sendable, CaseIterable {
  /// Nobody is signed in.
  case notSignedIn
  /// The second factor is missing.
  case signInUnfinished
  /// None of the actor's roles may ever do it.
  case role
  /// It is about a patient, and none was named.
  case noPatient
  /// An entry names somebody else as its author.
  case foreignAuthor
  /// It is another person's record.
  case notOwnRecord
  /// The actor is not in the patient's care team.
  case notInCareTeam
  /// The patient does not consent.
  case noConsent
  /// It has to be shown anew that it is the owner who asks.
  case proofNeeded
}

extension Refusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notSignedIn: "sign in first"
    case .signInUnfinished: "finish signing in with your second factor first"
    case .role: "your account is not meant for this"
    case .noPatient: "say whose record it is about"
    case .foreignAuthor: "an entry is written in one's own name"
    case .notOwnRecord: "this is not your own record"
    case .notInCareTeam: "you are not in this person's care team"
    case .noConsent: "this person has not agreed to it"
    case .proofNeeded: "enter your password or a code again first"
    }
  }
}

extension Policy {
  /// Decides.
  ///
  /// - Parameters:
  ///   - permission: what is to be done.
  ///   - actor: who wants to; `nil` for somebody who is not signed in.
  ///   - patient: what is known about the actor and the patient it is about, if it is about one.
  ///   - now: the present moment.
  /// - Returns: the first rule that is met, or why none is.
  public static func decide(
    _ permission: Permission, actor: Actor?, patient: PatientContext? = nil, now: Instant
  ) -> Decision {
    var refusal: Refusal?
    for rule in rules(for: permission) {
      guard let found = reason(against: rule, of: permission, actor, patient, now) else {
        let isEmergency =
          rule.condition == .careTeamOrBreakGlass && patient?.isInCareTeam == false
        return .allowed(
          Grant(rule: rule, content: permission.content, isEmergency: isEmergency))
      }
      // What stands against a rule for one of the actor's roles says more than a missing role.
      if refusal == nil || refusal == .role { refusal = found }
    }
    return .refused(refusal ?? .role)
  }

  /// What stands against a rule; nil when it is met.
  private static func reason(
    against rule: PolicyRule, of permission: Permission, _ actor: Actor?,
    _ patient: PatientContext?, _ now: Instant
  ) -> Refusal? {
    if rule.condition == .anybody { return nil }
    guard let actor else { return .notSignedIn }
    if rule.condition == .begun { return nil }
    guard actor.stage == .full else { return .signInUnfinished }
    if let role = rule.role, !actor.roles.contains(role) { return .role }
    if permission.needsPatient, patient == nil { return .noPatient }
    if let refusal = reason(against: rule.condition, patient) { return refusal }
    if rule.needsProof, !SessionClock.isRecent(actor.proved, now: now) { return .proofNeeded }
    return nil
  }

  private static func reason(
    against condition: PolicyRule.Condition, _ patient: PatientContext?
  ) -> Refusal? {
    switch condition {
    case .anybody, .begun, .always: nil
    case .ownRecord: patient?.isOwn == true ? nil : .notOwnRecord
    case .careTeam: patient?.isInCareTeam == true ? nil : .notInCareTeam
    case .careTeamOrBreakGlass:
      patient?.isInCareTeam == true || patient?.isOpenedInEmergency == true ? nil : .notInCareTeam
    case .consent(let kind): patient?.consents.contains(kind) == true ? nil : .noConsent
    }
  }
}
