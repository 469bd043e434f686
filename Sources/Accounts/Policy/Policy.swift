/// Who may do what: the one table. What it does not allow is refused.
///
/// Having two roles gives what either gives: somebody who runs an installation for themselves alone is
/// patient and admin, and so sees their own record and the system, and nobody else's record.
public enum Policy {
  /// The rules of a permission; whoever meets one may do it.
  ///
  /// - Parameter permission: what is to be done.
  /// - Returns: its rules.
  public static func rules(for permission: Permission) -> [PolicyRule] {
    switch permission {
    // Help comes before everything else.
    case .open: [PolicyRule(nil, .anybody)]
    case .finishSignIn: [PolicyRule(nil, .begun)]
    case .ownAccount: [PolicyRule(nil, .always)]
    case .deleteOwnAccount: [PolicyRule(nil, .always, needsProof: true)]
    // A record belongs to its patient and to those who treat them now.
    case .readRecord, .writeRecord:
      [PolicyRule(.patient, .ownRecord), PolicyRule(.clinician, .careTeamOrBreakGlass)]
    // An emergency is no reason to carry a record away.
    case .exportRecord:
      [
        PolicyRule(.patient, .ownRecord, needsProof: true),
        PolicyRule(.clinician, .careTeam, needsProof: true),
      ]
    // Each author finds their own alone; an emergency is no reason to read them.
    case .keepTherapyNotes: [PolicyRule(.clinician, .careTeam)]
    case .seeAccesses: [PolicyRule(.patient, .ownRecord)]
    case .giveConsent: [PolicyRule(.patient, .ownRecord, needsProof: true)]
    case .listPatients: [PolicyRule(.clinician, .always)]
    // Any clinician may, with a reason, for an hour, seen by patient and reviewer.
    case .breakGlass: [PolicyRule(.clinician, .always, needsProof: true)]
    // Those who review open nothing themselves.
    case .reviewBreakGlass: [PolicyRule(.auditor, .always)]
    case .readForResearch: [PolicyRule(.researcher, .consent(.research))]
    case .readForQuality: [PolicyRule(.clinician, .consent(.quality))]
    // Who already has a record is invited by their care team alone; see the invitation itself.
    case .invitePatients: [PolicyRule(.clinician, .always), PolicyRule(.admin, .always)]
    case .manageAccounts: [PolicyRule(.admin, .always)]
    case .changeRoles: [PolicyRule(.admin, .always, needsProof: true)]
    // Those who treat choose whom they work with; the admin sees to whoever has nobody yet.
    case .manageCareTeams:
      [PolicyRule(.clinician, .careTeam), PolicyRule(.admin, .always, needsProof: true)]
    case .readTrail: [PolicyRule(.auditor, .always)]
    case .watchSystem: [PolicyRule(.admin, .always)]
    }
  }

  /// The whole table, permission by permission, for documents and for tests of every cell.
  public static var table: [(permission: Permission, rule: PolicyRule)] {
    Permission.allCases.flatMap { permission in
      rules(for: permission).map { (permission, $0) }
    }
  }

  /// What a role can ever see, from all it may ever do.
  ///
  /// - Parameter role: the role.
  /// - Returns: kinds of content.
  public static func content(of role: Role) -> Set<Content> {
    table.filter { $0.rule.role == role }.reduce(into: []) { seen, row in
      seen.formUnion(row.permission.content)
    }
  }
}
