/// What an account may be used for; the policy table says what each role may do.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// The person in treatment: their own record.
  case patient
  /// Somebody who treats: the records of the patients in whose care team they are.
  case clinician
  /// Somebody who studies: views without identity, never a record.
  case researcher
  /// Somebody who runs the system: accounts and settings, never clinical content.
  case admin
  /// Somebody who examines its use: the audit trail alone.
  case auditor
}
