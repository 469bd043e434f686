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
    /// Who used a patient's record was read.
    case trail
    /// Every row was checked.
    case verify
    /// The data were copied.
    case backup
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
  func columns(clinic: Int64) -> [[UInt8]] {
    [
      SealedPlace.bytes(of: clinic), SealedPlace.bytes(of: sequence),
      SealedPlace.bytes(of: at.milliseconds), Array(access.actor.utf8), Array(access.role.utf8),
      Array(access.purpose.utf8), Array(action.rawValue.utf8),
      patient.map { [1] + $0 } ?? [0], Array(detail.utf8),
    ]
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
