public import Time
internal import Vault

/// One use of the archive as it stands in the audit trail.
public struct AuditEvent: Hashable, Sendable {
  /// What was done.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// Entries were stored.
    case append
    /// A patient's record was read.
    case read
    /// The list of patients was read.
    case list
    /// A patient's record was erased.
    case erase
    /// Keys were wrapped anew.
    case rotate
    /// A patient was entered whose record is still empty.
    case enrol
    /// The first account was made.
    case setUp
    /// Somebody was invited.
    case invite
    /// Somebody asked for an account by themselves.
    case register
    /// An invitation was accepted.
    case accept
    /// Somebody signed in, with all that was asked of them.
    case signIn
    /// A password, a code or a link was refused.
    case refuseSignIn
    /// Somebody signed out, or a session was ended for them.
    case signOut
    /// Somebody showed again that it is they.
    case prove
    /// A password was changed by its owner.
    case changePassword
    /// A link for a new password was made.
    case offerReset
    /// A password was set by such a link.
    case resetPassword
    /// A second factor was set up, or its recovery codes were made anew.
    case setFactor
    /// A second factor was taken away.
    case removeFactor
    /// A recovery code was used up.
    case recover
    /// An account was changed.
    case changeAccount
    /// An account was disabled.
    case disableAccount
    /// An account was enabled again.
    case enableAccount
    /// An account was deleted.
    case deleteAccount
    /// Somebody came into a patient's care team.
    case joinTeam
    /// Somebody left a patient's care team.
    case leaveTeam
    /// A patient consented to something.
    case giveConsent
    /// A patient withdrew a consent.
    case withdrawConsent
    /// A record was opened in an emergency.
    case breakGlass
    /// The opening of a record in an emergency was reviewed.
    case reviewBreakGlass
    /// A psychotherapy note was written.
    case writeTherapyNote
    /// Psychotherapy notes were looked at by their author.
    case readTherapyNotes
    /// Something was refused to somebody who was signed in.
    case refuse
    /// Who used a patient's record was read.
    case trail
    /// Every row was checked.
    case verify
    /// A copy of the data was begun.
    case backup
    /// A backup was checked and signed.
    case finishBackup
    /// A copy was put into the place of lost data.
    case restore
  }

  /// Its place in the trail, from 1 without gaps.
  public let sequence: Int64
  /// When.
  public let at: Instant
  /// Who.
  public let access: Access
  /// What was done.
  public let action: Action
  /// The patient's random key, when it was about one.
  public let patient: [UInt8]?
  /// How much or which, without clinical content.
  public let detail: String

  /// The detail of an event about entries.
  static func detail(entries: Int64) -> String { "entries: \(entries)" }

  /// The number of entries that a detail tells of.
  static func entries(in detail: String) -> Int64? {
    detail.hasPrefix("entries: ") ? Int64(detail.dropFirst("entries: ".count)) : nil
  }

  /// The columns that the chain of hashes covers.
  func columns(clinic: Int64) -> ColumnBytes {
    var columns = ColumnBytes()
    columns.append(clinic)
    columns.append(sequence)
    columns.append(at.milliseconds)
    columns.append(access.actor)
    columns.append(access.role)
    columns.append(access.purpose)
    columns.append(action.rawValue)
    columns.append(optional: patient)
    columns.append(detail)
    return columns
  }
}

extension AuditEvent {
  static let selection =
    "SELECT sequence, at, actor, role, purpose, action, patient, detail, link FROM audit"

  init(_ row: StoredRow) throws {
    guard let action = Action(rawValue: try row.text(5)) else {
      throw ArchiveError.damaged("audit row \(try row.integer(0)) names an unknown action")
    }
    self.init(
      sequence: try row.integer(0), at: Instant(milliseconds: try row.integer(1)),
      access: Access(
        actor: try row.text(2), role: try row.text(3), purpose: try row.text(4)),
      action: action, patient: row.isNull(6) ? nil : try row.bytes(6), detail: try row.text(7))
  }
}
