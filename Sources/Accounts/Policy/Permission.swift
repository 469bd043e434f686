/// What somebody may be allowed to do. Every route names one, and ``Policy`` says who holds it.
public enum Permission: String, Hashable, Sendable, CaseIterable {
  /// What anybody may do without signing in: help, signing in, accepting an invitation.
  case open
  /// Going on with signing in: the second factor, setting one up, signing out.
  case finishSignIn
  /// One's own account: password, second factor, sessions.
  case ownAccount
  /// Deleting one's own account.
  case deleteOwnAccount
  /// Reading a patient's record.
  case readRecord
  /// Adding entries to a patient's record.
  case writeRecord
  /// Taking a whole record out of the system.
  case exportRecord
  /// Writing psychotherapy notes, and reading those that one wrote oneself.
  case keepTherapyNotes
  /// Seeing who looked at a record.
  case seeAccesses
  /// Giving and withdrawing consent for one's own record.
  case giveConsent
  /// The list of one's own patients.
  case listPatients
  /// Opening a record in an emergency without being in the care team.
  case breakGlass
  /// Reviewing what was opened in an emergency.
  case reviewBreakGlass
  /// Views for studies, without identity.
  case readForResearch
  /// Views for the clinic's own quality work, without identity.
  case readForQuality
  /// Inviting patients.
  case invitePatients
  /// The list of accounts, their names and e-mails.
  case manageAccounts
  /// What an account may be used for: its roles and whether it is enabled.
  case changeRoles
  /// Who is in whose care team.
  case manageCareTeams
  /// The audit trail as a whole.
  case readTrail
  /// The state of the system.
  case watchSystem

  /// What kinds of content somebody sees who does it.
  public var content: Set<Content> {
    switch self {
    case .open, .finishSignIn: []
    case .ownAccount, .deleteOwnAccount, .manageAccounts, .changeRoles: [.accounts]
    case .readRecord, .writeRecord, .exportRecord, .breakGlass: [.identity, .clinical]
    case .keepTherapyNotes: [.identity, .psychotherapy]
    case .listPatients, .giveConsent, .invitePatients: [.identity]
    case .manageCareTeams: [.accounts, .identity]
    case .seeAccesses: [.trail, .accounts]
    case .reviewBreakGlass: [.trail, .accounts]
    case .readTrail: [.trail]
    case .readForResearch, .readForQuality: [.deidentified]
    case .watchSystem: [.system]
    }
  }

  /// Whether it is about one patient, who has to be named.
  public var needsPatient: Bool {
    switch self {
    case .readRecord, .writeRecord, .exportRecord, .keepTherapyNotes, .seeAccesses, .giveConsent,
      .breakGlass,
      .readForResearch, .readForQuality, .manageCareTeams:
      true
    case .open, .finishSignIn, .ownAccount, .deleteOwnAccount, .listPatients, .reviewBreakGlass,
      .invitePatients, .manageAccounts, .changeRoles, .readTrail, .watchSystem:
      false
    }
  }
}

/// A kind of content, by which it is checked that no role sees what is not meant for it.
public enum Content: String, Hashable, Sendable, CaseIterable {
  /// Who a patient is.
  case identity
  /// What a record says.
  case clinical
  /// What a clinician wrote for themselves alone; each author sees their own.
  case psychotherapy
  /// What records say, without anything that tells whose they are.
  case deidentified
  /// Names, e-mails and states of accounts.
  case accounts
  /// Who did what, by identifiers, without clinical content.
  case trail
  /// How the machine does.
  case system
}
