/// What somebody may be allowed to do. Every route names one, and ``Policy`` says who holds it.
public enum Permission: String, Hashable, Sendable, CaseIterable {
  /// What anybody may do without signing in: help, signing in, accepting an invitation.
  case open
  /// One's own account: password, second factor, sessions, deletion.
  case ownAccount
  /// Reading a patient's record.
  case readRecord
  /// Adding entries to a patient's record.
  case writeRecord
  /// Seeing who looked at a record.
  case seeAccesses
  /// Giving and withdrawing consent for one's own record.
  case giveConsent
  /// The list of one's own patients.
  case listPatients
  /// Opening a record in an emergency without being in the care team.
  case breakGlass
  /// Accounts, invitations, resets.
  case manageAccounts
  /// Who is in whose care team.
  case manageCareTeams
  /// The audit trail as a whole.
  case readTrail
  /// The state of the system.
  case watchSystem
}
